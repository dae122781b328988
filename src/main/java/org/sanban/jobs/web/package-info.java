@NullMarked
package org.sanban.jobs.web;

import org.jspecify.annotations.NullMarked;
