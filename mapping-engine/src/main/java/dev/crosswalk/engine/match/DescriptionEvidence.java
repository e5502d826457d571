package dev.crosswalk.engine.match;

/** Words shared anywhere in name, label, description, group and picklist, weighed by rarity. */
final class DescriptionEvidence implements Evidence {
  @Override
  public String name() {
    return "description";
  }

  @Override
  public double weight() {
    return 2.0;
  }

  @Override
  public double strength(FieldProfile source, FieldProfile target) {
    return source.text().isEmpty() || target.text().isEmpty()
        ? SILENT
        : source.text().cosine(target.text());
  }
}
