package vn.commendation.localengine.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was used last, up to a number of values; the rest is made anew when it is wanted. */
public final class Recent<K, V> {

  private final Map<K, V> values;

  public Recent(int most) {
    this.values =
        Collections.synchronizedMap(
            new LinkedHashMap<>(16, 0.75f, true) {
              @Override
              protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
              }
            });
  }

  /** The value of a key. Two at once may both make it: nobody waits for another's connection. */
  public V get(K key, Supplier<V> maker) {
    var known = values.get(key);
    if (known != null) {
      return known;
    }
    var made = maker.get();
    values.put(key, made);
    return made;
  }
}
