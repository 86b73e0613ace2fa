@NullMarked
package parlance.sample.friend;

import org.jspecify.annotations.NullMarked;
