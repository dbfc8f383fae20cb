namespace Simulator.World.Views;

/// <summary>A run for those who look on: where it has come to, and how its clusters stand. Looking changes nothing.</summary>
public interface IRunView
{
    /// <summary>Since the start of the run.</summary>
    TimeSpan Now { get; }

    IReadOnlyList<IClusterView> Clusters { get; }

    /// <summary>Null: there is none.</summary>
    IFederationView? Federation { get; }
}
