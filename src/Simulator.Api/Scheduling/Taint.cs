namespace Simulator.Api;

/// <param name="Effect">NoSchedule, PreferNoSchedule or, in later versions than 1.3, NoExecute.</param>
public sealed record Taint(string Key, string Value, string Effect);

/// <param name="Operator">"" or Equal compare the value, Exists does not.</param>
/// <param name="Effect">"" tolerates every effect.</param>
public sealed record Toleration(string Key, string Operator, string Value, string Effect)
{
    /// <summary>How long a NoExecute taint is tolerated (tolerationSeconds of later versions); null = for ever.</summary>
    public long? Seconds { get; init; }
}
