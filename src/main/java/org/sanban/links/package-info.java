/**
 * Links that open one thing without an account: how they are made and kept, and how often they may be asked for. Each module keeps the
 * hash of its links with what they open, and says until when.
 */
@NullMarked
package org.sanban.links;

import org.jspecify.annotations.NullMarked;
