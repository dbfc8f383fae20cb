namespace Simulator.World.Traces.Packing;

/// <summary>The first machine by name that has room.</summary>
internal sealed class FirstFitPolicy : IPackingPolicy
{
    public string Name => "first-fit";

    public string About => "the first machine by name that has room";

    public Machine Choose(IReadOnlyList<Machine> fitting, TracePod pod) => fitting[0];
}
