namespace Simulator.Api;

/// <param name="Effect">NoSchedule or PreferNoSchedule.</param>
public sealed record Taint(string Key, string Value, string Effect);

/// <param name="Operator">"" or Equal compare the value, Exists does not.</param>
/// <param name="Effect">"" tolerates every effect.</param>
public sealed record Toleration(string Key, string Operator, string Value, string Effect);
