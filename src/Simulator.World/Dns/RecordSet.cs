namespace Simulator.World.Dns;

/// <summary>What DNS has for a name: addresses (A), or another name (CNAME).</summary>
/// <param name="Name">Fully qualified, without a final dot.</param>
/// <param name="Ttl">How long an answer may be kept.</param>
public sealed record RecordSet(string Name, TimeSpan Ttl)
{
    /// <summary>In the order of the answer; empty if there is a target. The same address may stand here more than once.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>The name to ask instead; null if there are addresses.</summary>
    public string? Target { get; init; }

    public static RecordSet Of(string name, TimeSpan ttl, params IReadOnlyList<string> addresses) =>
        new(name, ttl) { Addresses = addresses };

    public static RecordSet Alias(string name, TimeSpan ttl, string target) => new(name, ttl) { Target = target };

    /// <summary>Whoever asks is told the same.</summary>
    public bool SaysSameAs(RecordSet other) =>
        Name == other.Name && Ttl == other.Ttl && Target == other.Target && Addresses.SequenceEqual(other.Addresses);
}
