package org.sanban.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An opinion (意见) as on the handling sheet.
 *
 * @param who name of the person whose opinion it is
 * @param post or unit
 * @param act what was done with it, in the reader's language (批示, 拟办, 退回)
 * @param note how it came about: entered on behalf, noted orally, on behalf of whom; empty for none
 * @param circled the person drew a circle (圈阅) instead of writing
 * @param byHand set as handwriting: a leader's instruction
 * @param corrected a later opinion takes its place; it stays readable
 */
public record OpinionView(
        String who, String post, String act, @Nullable String text, Instant at, String note, boolean circled, boolean byHand, boolean corrected) {}
