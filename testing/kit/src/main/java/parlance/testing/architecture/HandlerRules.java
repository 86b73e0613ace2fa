package parlance.testing.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** What holds for the classes that answer a request. */
final class HandlerRules {

    private static final String ANSWERS = "parlance.kit.HandlesRoute";
    private static final String SINGLE = "parlance.kit.RequestHandler";
    private static final String BATCH = "parlance.kit.BatchHandler";

    private HandlerRules() {}

    /**
     * @param testClasses full names of the module's test classes
     */
    static List<ArchRule> all(Set<String> testClasses) {
        return List.of(
                rule(be(describe("final and package-private", HandlerRules::isClosed))),
                rule(be(assignableTo(SINGLE).or(assignableTo(BATCH)))),
                rule(useNoOtherHandler()),
                rule(haveATest(testClasses)));
    }

    private static ArchRule rule(ArchCondition<JavaClass> condition) {
        return classes()
                .that()
                .areAnnotatedWith(ANSWERS)
                .should(condition)
                .as("handlers_are_closed: handlers should " + condition.getDescription())
                .because("a request is one class, with one test")
                .allowEmptyShould(true);
    }

    private static boolean isClosed(JavaClass handler) {
        var modifiers = handler.getModifiers();
        return modifiers.contains(JavaModifier.FINAL) && !modifiers.contains(JavaModifier.PUBLIC);
    }

    private static ArchCondition<JavaClass> useNoOtherHandler() {
        return new ArchCondition<>("use no other handler") {
            @Override
            public void check(JavaClass handler, ConditionEvents events) {
                handler.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isAnotherHandler(dependency, handler))
                        .forEach(dependency ->
                                events.add(
                                        SimpleConditionEvent.violated(
                                                handler, dependency.getDescription())));
            }
        };
    }

    private static boolean isAnotherHandler(Dependency dependency, JavaClass handler) {
        var target = dependency.getTargetClass();
        return !target.equals(handler) && target.isAnnotatedWith(ANSWERS);
    }

    private static ArchCondition<JavaClass> haveATest(Set<String> testClasses) {
        return new ArchCondition<>("have a test") {
            @Override
            public void check(JavaClass handler, ConditionEvents events) {
                var test = handler.getName() + "Test";
                if (!testClasses.contains(test)) {
                    events.add(SimpleConditionEvent.violated(handler, "there is no " + test));
                }
            }
        };
    }
}
