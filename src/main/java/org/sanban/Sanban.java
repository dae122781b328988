package org.sanban;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** 三办: documents (办文), meetings (办会) and affairs (办事) of a government general office. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Sanban {

    public static void main(String[] args) {
        SpringApplication.run(Sanban.class, args);
    }
}
