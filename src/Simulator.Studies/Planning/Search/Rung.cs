using Simulator.World.Specification;

namespace Simulator.Studies.Planning.Search;

/// <summary>Something that can be tried: a capacity, a load, a duration.</summary>
/// <param name="Settings">What makes it.</param>
/// <param name="Text">In words: <c>31</c>, <c>20 of n1-standard-4</c>.</param>
/// <param name="Cost">What makes it worse than another that holds as well: dollars an hour, or how far it is from the best.</param>
public sealed record Rung(IReadOnlyList<Setting> Settings, string Text, double Cost)
{
    /// <summary>As one text: which rung it is.</summary>
    public string Key => string.Join(", ", Settings);
}

/// <summary>Rungs of which each is expected to hold if the one before it does; from the best to the worst.</summary>
/// <param name="Title">What they have in common: <c>n1-standard-4</c>; "" if there is one ladder only.</param>
public sealed record Ladder(string Title, IReadOnlyList<Rung> Rungs);
