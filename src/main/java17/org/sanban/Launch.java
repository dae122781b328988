package org.sanban;

import java.lang.reflect.InvocationTargetException;

/** Where {@code java -jar} begins. Compiled for Java 17, so that a runtime that is too old says so in one sentence. */
public final class Launch {

    private static final int OLDEST = 21;

    private Launch() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        int runtime = Runtime.version().feature();
        if (runtime < OLDEST) {
            System.err.println("Sanban needs Java " + OLDEST + " or later; this is Java " + runtime + " in " + System.getProperty("java.home")
                    + ". Start it with the java of a newer JDK, e.g. $JAVA_HOME/bin/java -jar sanban.jar");
            System.exit(1);
        }
        try {
            Class.forName("org.sanban.Sanban").getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw thrown;
        }
    }
}
