package parlance.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;

/** What holds in every module. */
final class EverywhereRules {

    private static final String PRODUCES = "jakarta.enterprise.inject.Produces";

    private EverywhereRules() {}

    static List<ArchRule> all() {
        return List.of(
                timeComesFromTheClock(),
                collaboratorsComeByConstructor(),
                packagesAreNullMarked(),
                nullnessIsUnknownInDocumentsOnly());
    }

    private static ArchRule timeComesFromTheClock() {
        return noClasses()
                .that(not(produceTheClock()))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "tickMillis", ZoneId.class)
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callConstructor(Date.class)
                .as("time_comes_from_the_clock")
                .because("a test wants to say what time it is");
    }

    private static DescribedPredicate<JavaClass> produceTheClock() {
        return describe(
                "produce the Clock",
                type ->
                        type.getMethods().stream()
                                .anyMatch(method ->
                                        method.getRawReturnType().isEquivalentTo(Clock.class)
                                                && method.isAnnotatedWith(PRODUCES)));
    }

    private static ArchRule collaboratorsComeByConstructor() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RestClient")
                .orShould()
                .beAnnotatedWith("jakarta.ws.rs.core.Context")
                .as("collaborators_come_by_constructor")
                .because("what a class needs is then said in one place, and a test can give it")
                .allowEmptyShould(true);
    }

    private static ArchRule packagesAreNullMarked() {
        return classes()
                .should(liveInANullMarkedPackage())
                .as("packages_are_null_marked")
                .because("the compiler checks nullness in marked packages only");
    }

    private static ArchRule nullnessIsUnknownInDocumentsOnly() {
        return noClasses()
                .that(not(nameEndingWith("Document")))
                .should()
                .beAnnotatedWith(NullUnmarked.class)
                .as("packages_are_null_marked: @NullUnmarked on *Document only")
                .because("only the database fills objects past their constructors");
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var marked =
                        type.getPackage()
                                .tryGetPackageInfo()
                                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                                .isPresent();
                if (!marked) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type,
                                    type.getPackageName()
                                            + " has no package-info with @NullMarked"));
                }
            }
        };
    }
}
