using Simulator.Api;
using Simulator.World;

namespace Simulator.Scenarios;

/// <summary>Reads the rates of a cluster's traffic and holds its entries against the cluster's services.</summary>
internal sealed class TrafficAssembly(IReadOnlyList<WorkloadSpec> workloads, TimeSpan duration)
{
    public IReadOnlyList<TrafficSpec> Assemble(IReadOnlyList<Placed<TrafficDraft>> entries) => [.. entries.Select(Assemble).OfType<TrafficSpec>()];

    private TrafficSpec? Assemble(Placed<TrafficDraft> placed)
    {
        if (RateOf(placed) is not { } rate) return null;
        var spec = placed.Value.Spec with { Rate = rate };
        CheckServices(placed.Fields, spec);
        return spec;
    }

    private IReadOnlyList<RateStep>? RateOf(Placed<TrafficDraft> placed)
    {
        var draft = placed.Value;
        if (draft.File is not { } file) return [new RateStep(TimeSpan.Zero, draft.PerSecond * draft.Scale)];
        if (file.RelatedPath() is not { } path || RateTrace.Read(path, placed.Fields.Context.Diagnostics) is not { } trace) return null;
        if (draft.Offset > trace[^1].At) placed.Fields.ErrorAt("offset", $"{GoDuration.Format(draft.Offset)} is after the last row of the file, which is at {GoDuration.Format(trace[^1].At)}");
        return RateTrace.Cut(trace, draft.Offset, duration, draft.Scale);
    }

    /// <summary>Objects that come by an operation are not known here, so this is a remark.</summary>
    private void CheckServices(FieldReader fields, TrafficSpec spec)
    {
        var services = workloads.SelectMany(workload => workload.Objects).OfType<Service>().ToList();
        if (services.Any(spec.Addresses)) return;
        fields.Context.Diagnostics.Remark(fields.Node, fields.Path.Says($"no service of the cluster's workloads has such a name and such labels in namespace '{spec.Namespace}': nothing is sent until there is one"));
    }
}
