/** REST Assured, told once where to send a request, how, and who asks. */
@NullMarked
package parlance.testing.http;

import org.jspecify.annotations.NullMarked;
