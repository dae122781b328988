/** Work that nobody clicks for: each job runs once in a cluster, and what could not be done stands before the administrators. */
@NullMarked
package org.sanban.jobs;

import org.jspecify.annotations.NullMarked;
