using Simulator.Engine;

namespace Simulator.World.Traces.Packing;

/// <summary>Any machine that has room.</summary>
internal sealed class RandomPolicy(RandomStream stream) : IPackingPolicy
{
    public string Name => "random";

    public string About => "any machine that has room, drawn from the seed";

    public Machine Choose(IReadOnlyList<Machine> fitting, TracePod pod) => fitting[stream.NextInt(fitting.Count)];
}
