using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.Scenarios.Files.Drafts;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Which keys of an operation stand beside which command.</summary>
internal static class OperationPartners
{
    private static readonly Partner[] Table =
    [
        new("gracePeriod", ["delete", "drain"]),
        new("cascade", ["delete", "replace"]),
        new("force", ["replace", "drain"]),
        new("ignoreDaemonSets", ["drain"]),
        new("deleteLocalData", ["drain"]),
        new("inTurn", ["drain"]),
        new("labels", ["label"]) { NeededBy = ["label"] },
        new("annotations", ["annotate"]) { NeededBy = ["annotate"] },
        new("taints", ["taint"]) { NeededBy = ["taint"] },
        new("overwrite", ["label", "annotate", "taint"]),
        new("replicas", ["scale"]) { NeededBy = ["scale"] },
        new("currentReplicas", ["scale"]),
        new("min", ["autoscale"]),
        new("max", ["autoscale"]) { NeededBy = ["autoscale"] },
        new("cpuPercent", ["autoscale"]),
        new("image", ["setImage", "rollingUpdate"]) { NeededBy = ["setImage", "rollingUpdate"] },
        new("container", ["setImage", "rollingUpdate"]),
        new("updatePeriod", ["rollingUpdate"]),
        new("timeout", ["rollingUpdate"]),
        new("name", ["expose", "autoscale", "rollingUpdate"]),
        new("port", ["expose"]),
        new("targetPort", ["expose"]),
        new("protocol", ["expose"]),
        new("type", ["expose"]),
        new("revision", ["rollback"]),
        new("parts", ["store"]),
    ];

    public static void Check(OperationDraft draft, FieldReader fields)
    {
        foreach (var partner in Table)
        {
            if (fields.Has(partner.Key) && !partner.Commands.Any(fields.Has))
            {
                fields.ErrorAt(partner.Key, $"allowed with {Wording.Listed(partner.Commands)}");
            }
            foreach (var command in partner.NeededBy.Where(command => fields.Has(command) && !fields.Has(partner.Key)))
            {
                fields.ErrorAt(command, $"wants the key '{partner.Key}' beside it");
            }
        }

        if (fields.Has("delete") && draft.Cascade == false && fields.Has("gracePeriod"))
        {
            fields.ErrorAt("gracePeriod", "stands beside cascade: false, with which kubectl 1.3 does not look at it");
        }
        if (fields.Has("replace") && fields.Has("cascade") && draft.Force != true) fields.ErrorAt("cascade", "allowed with force: true");
        if (draft.Max < draft.Min) fields.ErrorAt("max", $"{draft.Max} is less than min ({draft.Min}); allowed is min or more");
    }

    private sealed record Partner(string Key, IReadOnlyList<string> Commands)
    {
        public IReadOnlyList<string> NeededBy { get; init; } = [];
    }
}
