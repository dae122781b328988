package org.sanban.files;

/** A file that the database knows is missing on disk or has changed. Somebody must look at the backup. */
public class ContentDamaged extends RuntimeException {
    public ContentDamaged(String sha256, String what) {
        super("content " + sha256 + " " + what);
    }
}
