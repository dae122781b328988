@NullMarked
package org.sanban.people.web;

import org.jspecify.annotations.NullMarked;
