namespace Simulator.ControlPlane.Scheduling;

/// <summary>
/// The order of maps within decisions. It is computed and not drawn: whoever looks at a decision again, the other decider or an
/// explanation, sees the same.
/// </summary>
/// <param name="seed">Drawn by the host, anew for each process.</param>
public sealed class DecisionOrder(ulong seed)
{
    private const ulong FnvPrime = 1099511628211UL;

    public ulong Seed => seed;

    /// <summary>How often anybody has looked: who never has would have decided the same with any other seed.</summary>
    public long Looks { get; private set; }

    /// <summary>Of all candidates the one of the lowest rank comes first.</summary>
    /// <param name="decision">Number of the decision.</param>
    /// <param name="looker">Where it is looked for: every node that is checked looks anew.</param>
    public ulong RankOf(string candidate, ulong decision, string looker)
    {
        Looks++;
        return Mixed(Added(Added(Mixed(seed ^ decision), looker), candidate));
    }

    private static ulong Added(ulong hash, string text)
    {
        foreach (var letter in text) hash = (hash ^ letter) * FnvPrime;
        return hash * FnvPrime;
    }

    /// <summary>The finalizer of SplitMix64 (Steele, Lea, Flood 2014).</summary>
    private static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
