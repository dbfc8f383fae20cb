namespace Simulator.Api;

/// <summary>One requirement of a label or node selector.</summary>
/// <param name="Key">Label key.</param>
/// <param name="Operator">In, NotIn, Exists, DoesNotExist; for nodes also Gt and Lt. Case-sensitive and unchecked: a wrong one is an error
/// of the decision.</param>
/// <param name="Values">A set: order and duplicates do not matter.</param>
public sealed record SelectorRequirement(string Key, string Operator, IReadOnlyList<string> Values);
