/**
 * The structural rules of the code, checked by each module's {@code ArchitectureTest}. Annotations
 * of other modules are named as text, so that every module can use these rules.
 */
@NullMarked
package parlance.testing.architecture;

import org.jspecify.annotations.NullMarked;
