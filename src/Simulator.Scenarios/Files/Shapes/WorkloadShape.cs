using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>What runs in a cluster: users' manifests as they are, or many controllers of one shape.</summary>
internal static class WorkloadShape
{
    private static readonly KeysOf<WorkloadDraft> Key = new();

    private static readonly KeysOf<GeneratorDraft> GenerateKey = new();

    private static readonly Shape<GeneratorDraft> Generator = new("generate", new GeneratorDraft(),
    [
        GenerateKey.Class(
            "kind", "kind of the controllers", Forms.Choice(GeneratorDraft.Kinds), cursor => cursor.OneOf(GeneratorDraft.Kinds),
            g => g.Kind, (g, v) => g with { Kind = v }),
        GenerateKey.Class(
            "namePrefix", "they are called PREFIX-001 and so on", Forms.Text, cursor => cursor.ObjectName(), g => g.NamePrefix,
            (g, v) => g with { NamePrefix = v }),
        GenerateKey.Class(
            "namespace", "their namespace", Forms.Text, cursor => cursor.ObjectName(), g => g.Namespace,
            (g, v) => g with { Namespace = v }),
        GenerateKey.Integer("count", "number of controllers", 1, 100_000, g => g.Count, (g, v) => g with { Count = v })
            .WithoutDefault()
            .Required(),
        GenerateKey.Integer(
            "replicas", "pods of each; of a Job so many at once and in all, of a DaemonSet without effect", 0, 1_000_000, g => g.Replicas,
            (g, v) => g with { Replicas = v })
            .WithoutDefault()
            .Required(),
        GenerateKey.Value(
            "cpu", "CPU that each pod requests", Forms.Amount, cursor => cursor.AmountFromZero(), null,
            (g, v) => g with { Cpu = v }).Required(),
        GenerateKey.Value(
            "memory", "memory that each pod requests", Forms.Amount, cursor => cursor.AmountFromZero(), null,
            (g, v) => g with { Memory = v }).Required(),
        GenerateKey.Value(
            "storage", "with PetSet: size of the disk that each pet claims, made by the cloud; none without this key", Forms.Amount,
            cursor => cursor.PositiveAmount(), null, (g, v) => g with { Storage = v }),
        GenerateKey.Flag("service", "each comes with a service of its name", g => g.Service, (g, v) => g with { Service = v }),
        GenerateKey.Text("image", "image of the one container", g => g.Image, (g, v) => g with { Image = v }),
    ])
    {
        Check = static (draft, fields) =>
        {
            if (draft.Kind != "PetSet" && fields.Has("storage"))
            {
                fields.ErrorAt("storage", $"a {draft.Kind} has no claims; allowed with kind: PetSet");
            }
            if (draft.Kind == "PetSet" && !draft.Service)
            {
                fields.ErrorAt("service", "a PetSet needs the service that names its pets; allowed with kind: PetSet is true");
            }
        },
    };

    public static Shape<WorkloadDraft> Value { get; } = new("workload", new WorkloadDraft(),
    [
        Key.Duration("at", "when they are created; what comes at 0 is part of a settled start", w => w.At, (w, v) => w with { At = v }),
        Key.Class(
            "manifests", "files and folders with Kubernetes objects, relative to the scenario file",
            Forms.Paths, ReadPaths, null, (w, v) => w with { Manifests = v }),
        Key.Mapping("generate", "controllers made by number", Generator, (w, v) => w with { Generate = v }),
        .. Key.Of(TraceKeys.All, w => w.Trace, (w, v) => w with { Trace = v }),
    ])
    { Alternatives = [["manifests", "generate", TraceKeys.Trace]], Check = static (_, fields) => TraceKeys.Check(fields) };

    private static IReadOnlyList<SourceCursor> ReadPaths(SourceCursor cursor)
    {
        if (cursor.Node is SourceSequence { Items.Count: 0 }) cursor.Error("the list is empty; allowed is at least one path");
        return [.. cursor.Items().Where(item => item.Text() is not null)];
    }
}
