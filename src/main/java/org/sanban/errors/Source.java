package org.sanban.errors;

/** Who found it (发现渠道). */
public enum Source {
    /** 自查自报. */
    SELF,
    /** 复核发现. */
    REVIEWER,
    /** 收件方指出. */
    RECIPIENT,
    /** 领导指出. */
    LEADER,
    /** 抽查发现. */
    AUDIT,
    /** 系统提示. */
    SYSTEM_SUGGESTED
}
