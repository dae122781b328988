/** Affairs (办事): instructions, supervised matters, decisions, proposals, petitions, requests and services as one kind of subject. */
@NullMarked
package org.sanban.affairs;

import org.jspecify.annotations.NullMarked;
