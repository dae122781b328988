package org.sanban.security;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rules of the entry.
 *
 * @param failures so many wrong passwords within {@code failureWindow} lock the account for {@code lock}
 * @param sessionIdle without an act of the person for so long, the session ends; polling by the page is no act
 * @param sessionAbsolute so long after logging in, the session ends in any case
 * @param polls paths a page asks by itself
 * @param minLength of a password, in characters
 * @param remembered so many earlier passwords may not come back
 * @param common passwords nobody may have, in lower case
 * @param bcryptStrength cost of the password hash, a power of two
 * @param tokenLife longest life of an access token
 */
@ConfigurationProperties("sanban.security")
public record SecuritySettings(
        @DefaultValue("5") int failures,
        @DefaultValue("15m") Duration failureWindow,
        @DefaultValue("15m") Duration lock,
        @DefaultValue("30m") Duration sessionIdle,
        @DefaultValue("12h") Duration sessionAbsolute,
        @DefaultValue({"/notices/bell", "/tray/count"}) List<String> polls,
        @DefaultValue("10") int minLength,
        @DefaultValue("5") int remembered,
        @DefaultValue({
            "1234567890", "0123456789", "password123", "password1234", "qwertyuiop", "1qaz2wsx3edc", "admin123456", "administrator",
            "a123456789", "abcd123456", "abc1234567", "1111111111", "0000000000", "qwer123456", "sanban2026", "sanban-demo-2026"
        }) List<String> common,
        @DefaultValue("12") int bcryptStrength,
        @DefaultValue("365d") Duration tokenLife) {}
