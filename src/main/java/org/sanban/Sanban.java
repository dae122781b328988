package org.sanban;

import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** 三办: documents (办文), meetings (办会) and affairs (办事) of a government general office. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Sanban {

    public static void main(String[] args) {
        SpringApplication.run(Sanban.class, isCommand(args) ? withoutServing(args) : args);
    }

    private static boolean isCommand(String[] args) {
        return Stream.of(args).anyMatch(arg ->
                arg.startsWith("--" + VerifyAudit.OPTION) || arg.startsWith("--" + SetUpAdministrators.OPTION));
    }

    /** A command may run beside the server: it opens no port and runs no jobs. */
    private static String[] withoutServing(String[] args) {
        return Stream.concat(Stream.of(args), Stream.of("--server.port=-1", "--sanban.jobs.enabled=false")).toArray(String[]::new);
    }
}
