/** A Spring Boot application with JPA, a database and one page: the least that Sanban's start and size are held against. Outside org.sanban, which scans its own. */
@NullMarked
package minimal;

import org.jspecify.annotations.NullMarked;
