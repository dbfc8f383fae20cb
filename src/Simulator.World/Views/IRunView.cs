using Simulator.World.Users;

namespace Simulator.World.Views;

/// <summary>A run for those who look on: where it has come to, and how its clusters stand. Looking changes nothing.</summary>
public interface IRunView
{
    /// <summary>Since the start of the run.</summary>
    TimeSpan Now { get; }

    IReadOnlyList<IClusterView> Clusters { get; }

    /// <summary>Who is told what by DNS; null without a federation, or before the start.</summary>
    Discovery? Discovery { get; }

    /// <summary>Null: there is none.</summary>
    IFederationView? Federation { get; }
}
