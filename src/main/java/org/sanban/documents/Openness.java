package org.sanban.documents;

/** 公开属性: to be published, on request, or not open; the last two with a reason. */
public enum Openness {
    PROACTIVE,
    ON_REQUEST,
    NOT_OPEN
}
