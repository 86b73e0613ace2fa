@NullMarked
package parlance.sample.careful;

import org.jspecify.annotations.NullMarked;
