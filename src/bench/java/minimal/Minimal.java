package minimal;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Web, JPA, PostgreSQL, one entity, one page, and nothing else. */
@SpringBootApplication
@RestController
public class Minimal {

    /** A row. */
    @Entity(name = "note")
    public static class Note {
        @Id
        @GeneratedValue
        Long id;

        String text = "";
    }

    private final EntityManager entities;

    Minimal(EntityManager entities) {
        this.entities = entities;
    }

    public static void main(String[] arguments) {
        SpringApplication.run(Minimal.class, arguments);
    }

    @GetMapping("/login")
    @Transactional(readOnly = true)
    public String page() {
        return "<!doctype html><title>Notes</title><p>" + entities.createQuery("select count(n) from note n", Long.class).getSingleResult();
    }
}
