using Simulator.Api.Documents;
using Simulator.Reports.Summaries;
using Simulator.Scenarios.Import;

namespace Simulator.Cli.Verbs.Importing;

/// <summary>An import for machines.</summary>
internal static class ImportDocument
{
    public static object Of(ImportAnswer answer, Diagnostics diagnostics) => new
    {
        answer.Moment,
        answer.Files,
        answer.Nodes,
        answer.NodesNotReady,
        answer.NodesCordoned,
        answer.Pools,
        answer.Zones,
        answer.Kubelets,
        Pods = answer.PodCount,
        Phases = answer.Pods,
        answer.Owners,
        answer.Kept,
        answer.LeftOut,
        answer.Twice,
        Fitness = new
        {
            answer.Fit.Version,
            answer.Fit.Running,
            answer.Fit.Accepted,
            answer.Fit.Static,
            answer.Fit.Share,
            answer.Fit.Rejections,
        },
        Omissions = answer.Omissions.Select(omission => new
        {
            Effect = OmissionRow.Words(omission.Effect),
            omission.Kind,
            omission.Field,
            omission.Count,
            omission.Sentence,
            omission.File,
            omission.Line,
        }),
        Told = diagnostics.All.Select(diagnostic => diagnostic.ToString()),
    };
}
