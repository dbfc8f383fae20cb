namespace Simulator.World.Users;

/// <summary>What a resolver comes to for a name, and how long it may keep it.</summary>
/// <param name="Asked">The name; "" for what a cluster's DNS answers by itself.</param>
/// <param name="Ttl">The shortest of the chain.</param>
public sealed record Answer(string Asked, TimeSpan Ttl)
{
    /// <summary>Names that were followed (CNAME), from the one asked for to the one that has addresses.</summary>
    public IReadOnlyList<string> Chain { get; init; } = [];

    /// <summary>Each once, in the order of their first mention; empty: there is no such name.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Nobody answered the question: unlike that there is no such name, this is not remembered.</summary>
    public bool IsSilence { get; init; }

    /// <summary>The service of the cluster itself.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Whoever holds one goes where whoever holds the other goes.</summary>
    public bool LeadsWhere(Answer other) => IsLocal == other.IsLocal && Addresses.SequenceEqual(other.Addresses);
}
