using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>What users do while the cluster runs: kubectl's verbs and their flags.</summary>
internal static class OperationShape
{
    private static readonly KeysOf<OperationDraft> Key = new();

    /// <summary>An operation has one of them.</summary>
    private static readonly string[] Commands =
    [
        "apply", "create", "replace", "delete", "label", "annotate", "scale", "autoscale", "expose", "setImage", "rollingUpdate",
        "rollback", "pause", "resume", "taint", "cordon", "uncordon", "drain", "join", "leave", "store", "remove",
    ];

    public static Shape<OperationDraft> Value { get; } = new("operation", new OperationDraft(),
    [
        Key.Duration("at", "when", o => o.At, (o, v) => o with { At = v }).WithoutDefault(),
        Key.Class(
            "after", "when, counted from an event of the run: " + EventText.Allowed, EventText.Form, EventText.Read, null,
            (o, v) => o with { After = v }),
        Key.Text("cluster", "where; optional if there is one cluster", o => o.Cluster, (o, v) => o with { Cluster = v }),
        Key.Text("namespace", "of the object", o => o.Namespace, (o, v) => o with { Namespace = v }),
        Files("apply", "manifests whose objects are created, or merged into those that are there; relative to the scenario file"),
        Files("create", "manifests whose objects are created"),
        Files("replace", "manifests whose objects are written over those that are there"),
        Command("delete", "KIND/NAME of what is deleted, such as deployment/web, after what it has made: pods of a PetSet stay"),
        Command("label", "KIND/NAME of what gets or loses labels"),
        Command("annotate", "KIND/NAME of what gets or loses annotations"),
        Command("scale", "KIND/NAME of what gets so many replicas, after a second (a PetSet at once: kubectl 1.3 patches it)"),
        Command("autoscale", "KIND/NAME of what gets a HorizontalPodAutoscaler"),
        Command("expose", "KIND/NAME of what gets a service"),
        Command("setImage", "KIND/NAME of what gets another image; the API server refuses PetSets and Jobs"),
        Command("rollingUpdate", "rc/NAME that gives way to a replication controller with another image, pod by pod"),
        Command("rollback", "deployment/NAME that goes back to a former revision"),
        Command("pause", "deployment/NAME whose rollout is paused"),
        Command("resume", "deployment/NAME whose rollout goes on"),
        Nodes("taint", "a node that gets or loses taints, a list of them, or all"),
        Nodes("cordon", "a node that gets no new pods, a list of them, or all"),
        Nodes("uncordon", "a node that gets pods again, a list of them, or all"),
        Nodes(
            "drain",
            "a node that is cordoned and whose pods are deleted, all or none (1.3.10 refuses a node with a pet); or a list of them, or "
                + "all: each by a command of its own, at the same time (inTurn: by one command)"),
        Member("join", "a cluster that becomes a member of the federation"),
        Member("leave", "a cluster that ceases to be a member of the federation; all that is in it stays"),
        Command(
            "store",
            "an object, as JSON text, as the API server had it stored for a client from outside (`serve --record`): it is there at once, "
                + "and nothing is checked any more"),
        Command("remove", "KIND/NAME of an object that a client from outside had removed (`serve --record`): it is gone at once"),
        Key.Class(
            "parts", "with store: which parts of the object the client has changed; all without this key", Forms.Texts, ReadParts, null,
            (o, v) => o with { Parts = v }),
        Key.Flag(
            "byHand", "somebody did it while the run was served (`serve --record`): it comes after all else of its moment",
            o => o.IsByHand, (o, v) => o with { IsByHand = v }),
        Key.Value(
            "gracePeriod",
            "with delete and drain: what pods get to stop; 0 deletes their objects at once, whatever their containers do (kubectl delete "
                + "--grace-period=0); their own without this key",
            Forms.Duration, cursor => cursor.PositiveOrZeroDuration(), null, (o, v) => o with { GracePeriod = v }),
        Flag(
            "cascade",
            "with delete: false deletes the object alone and leaves its pods behind; with replace and force: true takes its pods away, too",
            (o, v) => o with { Cascade = v }),
        Flag(
            "force", "with replace: deletes the objects and creates them anew; with drain: false refuses if a pod has no controller",
            (o, v) => o with { Force = v }),
        Flag(
            "ignoreDaemonSets", "with drain: false refuses if a pod is of a DaemonSet; they stay in any case",
            (o, v) => o with { IgnoreDaemonSets = v }),
        Flag("deleteLocalData", "with drain: false refuses if a pod has an emptyDir", (o, v) => o with { DeleteLocalData = v }),
        Key.Flag(
            "inTurn",
            "with drain: one command for all its nodes (kubectl drain A B C): a kubectl that evicts cordons all of them and then empties "
                + "each when the one before it is empty; that of 1.3.10 knows no such command, and does one node after the other without "
                + "a wait",
            o => o.InTurn, (o, v) => o with { InTurn = v }),
        Key.Class(
            "labels", "with label: what is set; a key that ends in '-' is taken away", PairText.Form, PairText.Labels, null,
            (o, v) => o with { Labels = v }),
        Key.Class(
            "annotations", "with annotate: what is set; a key that ends in '-' is taken away", PairText.Form, PairText.Annotations, null,
            (o, v) => o with { Annotations = v }),
        Key.Class(
            "taints",
            "with taint: KEY=VALUE:EFFECT sets one (NoSchedule, PreferNoSchedule or, where the version knows it, NoExecute), KEY- takes it "
                + "away",
            Forms.Texts, PairText.Taints, null,
            (o, v) => o with { Taints = v }),
        Key.Flag(
            "overwrite", "with label, annotate and taint: also where another value stands, which is an error without this key",
            o => o.Overwrite, (o, v) => o with { Overwrite = v }),
        Count("replicas", "with scale: how many", 0, (o, v) => o with { Replicas = v }),
        Count("currentReplicas", "with scale: only if it has so many", 0, (o, v) => o with { CurrentReplicas = v }),
        Count("min", "with autoscale: replicas at least; 1 without this key", 1, (o, v) => o with { Min = v }),
        Count("max", "with autoscale: replicas at most", 1, (o, v) => o with { Max = v }),
        Count("cpuPercent", "with autoscale: CPU use that is aimed at, in percent of the request", 1, (o, v) => o with { CpuPercent = v }),
        Text("image", "with setImage and rollingUpdate: the new image", (o, v) => o with { Image = v }),
        Text(
            "container",
            "with setImage: which container, * for all; the first without this key; with rollingUpdate: needed if there are several",
            (o, v) => o with { Container = v }),
        Period("updatePeriod", "with rollingUpdate: between two steps; 1m without this key", (o, v) => o with { UpdatePeriod = v }),
        Period("timeout", "with rollingUpdate: how long without any progress; 5m without this key", (o, v) => o with { Timeout = v }),
        Text(
            "name",
            "with expose and autoscale: of what is made, the object's without this key; with rollingUpdate: of the new controller, which "
                + "takes the old one's without this key",
            (o, v) => o with { Name = v }),
        Key.Value(
            "port", "with expose: of the service; those of the containers without this key", Forms.Integer(1, 65535),
            cursor => cursor.Integer(1, 65535), null, (o, v) => o with { Port = v }),
        Key.Class(
            "targetPort", "with expose: number or name of the containers' port; the port without this key", Forms.Text,
            cursor => cursor.TextOrInteger(), null, (o, v) => o with { TargetPort = v }),
        Key.Class(
            "protocol", "with expose: what the containers say without this key, else TCP", Forms.Choice(["TCP", "UDP"]),
            cursor => cursor.OneOf("TCP", "UDP"), null, (o, v) => o with { Protocol = v }),
        Key.Class(
            "type", "with expose: the service's", Forms.Choice(["ClusterIP", "NodePort", "LoadBalancer"]),
            cursor => cursor.OneOf("ClusterIP", "NodePort", "LoadBalancer"), o => o.Type, (o, v) => o with { Type = v }),
        Key.Long(
            "revision", "with rollback: to which revision; 0 is the one before", 0, o => o.Revision, (o, v) => o with { Revision = v }),
    ])
    { Alternatives = [["at", "after"], Commands], Check = OperationPartners.Check };

    private static IReadOnlyList<StoredParts>? ReadParts(SourceCursor cursor)
    {
        var parts = cursor.Items().Select(item => item.OneOf(StoredPartNames.All)).OfType<StoredParts>().ToList();
        return parts.Count == 0 ? null : parts;
    }

    private static Key<OperationDraft> Command(string name, string meaning) =>
        Key.Value<SourceCursor>(
            name, meaning, Forms.Text, cursor => cursor.Text() is null ? null : cursor, null, (o, v) => o with { About = (name, v) });

    private static Key<OperationDraft> Member(string name, string meaning) =>
        Key.Class(name, meaning, Forms.Text, cursor => cursor.Text(), null, (o, v) => o with { Member = (name, v) });

    /// <summary>One node, several, or all.</summary>
    private static Key<OperationDraft> Nodes(string name, string meaning) =>
        Key.Value<SourceCursor>(
            name, meaning, TargetText.NodeOrNodes,
            cursor => cursor.Node is SourceScalar ? cursor.Text() is null ? null : cursor : cursor.ReadNodes() is null ? null : cursor,
            null, (o, v) => o with { About = (name, v) });

    private static Key<OperationDraft> Files(string name, string meaning) =>
        Key.Class(
            name, meaning, Forms.Paths, cursor => cursor.Items(), null,
            (o, v) => o with { Files = (name, v) });

    private static Key<OperationDraft> Flag(string name, string meaning, Func<OperationDraft, bool, OperationDraft> set) =>
        Key.Value(name, meaning, Forms.Flag, cursor => cursor.Flag(), null, set);

    private static Key<OperationDraft> Count(string name, string meaning, int min, Func<OperationDraft, int, OperationDraft> set) =>
        Key.Value(name, meaning, Forms.Integer(min, 1_000_000), cursor => cursor.Integer(min, 1_000_000), null, set);

    private static Key<OperationDraft> Text(string name, string meaning, Func<OperationDraft, string, OperationDraft> set) =>
        Key.Class(name, meaning, Forms.Text, cursor => cursor.Text(), null, set);

    private static Key<OperationDraft> Period(string name, string meaning, Func<OperationDraft, TimeSpan, OperationDraft> set) =>
        Key.Value(name, meaning, Forms.Duration, cursor => cursor.PositiveOrZeroDuration(), null, set);
}
