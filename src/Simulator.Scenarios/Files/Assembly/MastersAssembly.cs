using Simulator.Api.Words;
using Simulator.ControlPlane.Controllers.LeaderElection;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Holds the masters against the zones of their cluster and the flags of what runs on them.</summary>
internal static class MastersAssembly
{
    public static MasterOptions Assemble(ControlPlaneDraft draft, IReadOnlyList<string> zones)
    {
        var masters = draft.Masters?.Value ?? new MastersDraft();
        foreach (var zone in masters.Zones)
        {
            if (zones.Count > 0 && !zones.Contains(zone))
            {
                draft.Masters!.Fields.ErrorAt(
                    "zones", $"no zone '{Wording.Shortened(zone)}' in this cluster; its zones are {Wording.Listed(zones)}");
            }
        }

        CheckElection("scheduler", draft.Scheduler.LeaderElection, draft, masters);
        CheckElection("controller-manager", draft.ControllerManager.LeaderElection, draft, masters);
        return new MasterOptions
        {
            Zones = masters.MasterZones,
            Etcd = draft.Etcd with { Members = masters.EtcdMembers },
            RestartDelay = draft.RestartDelay,
        };
    }

    private static void CheckElection(string program, LeaderElectionOptions options, ControlPlaneDraft draft, MastersDraft masters)
    {
        if (options.Elect != false || masters.MasterZones.Count == 1) return;
        draft.Masters!.Fields.Error($"with leader-elect: false each of {masters.MasterZones.Count} instances of the {program} would "
            + "work; allowed is leader-elect: true, or one master");
    }
}
