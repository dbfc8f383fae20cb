namespace Simulator.World.Traces.Packing;

/// <summary>Which of the machines that have room a pod gets.</summary>
public interface IPackingPolicy
{
    /// <summary>As it is chosen on the command line.</summary>
    string Name { get; }

    /// <summary>One sentence for users.</summary>
    string About { get; }

    /// <param name="fitting">At least one, in the order of their names.</param>
    Machine Choose(IReadOnlyList<Machine> fitting, TracePod pod);
}
