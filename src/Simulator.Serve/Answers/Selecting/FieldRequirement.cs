namespace Simulator.Serve.Answers.Selecting;

/// <summary>One term of a field selector.</summary>
internal sealed record FieldRequirement(string Field, string Value, bool IsEqual);
