using Simulator.Engine;

namespace Simulator.World.Specification;

/// <summary>What an init container of an application does.</summary>
public sealed record InitSpec
{
    /// <summary>The container's name; "" = every one that no other entry names.</summary>
    public string Name { get; init; } = "";

    /// <summary>From its start to its end.</summary>
    public IDistribution RunsFor { get; init; } = new Constant(TimeSpan.Zero);

    /// <summary>Share of its ends that are failures.</summary>
    public double FailShare { get; init; }
}
