using Simulator.World.Observations;

namespace Simulator.World.Outages;

/// <summary>One cluster as the place of troubles: which machines they strike, what each kind does, and where it is told.</summary>
internal sealed record OutageSite(ObservationLog Log, OutageTargets Targets, TroubleTable Troubles)
{
    public string Cluster => Log.Cluster;
}
