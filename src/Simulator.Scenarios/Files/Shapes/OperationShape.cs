using Simulator.Api;

namespace Simulator.Scenarios;

/// <summary>What users do while the cluster runs.</summary>
internal static class OperationShape
{
    private static readonly KeysOf<OperationDraft> Key = new();

    public static Shape<OperationDraft> Value { get; } = new("operation", new OperationDraft(),
    [
        Key.Duration("at", "when", o => o.At, (o, v) => o with { At = v }).WithoutDefault(),
        Key.Class("after", "when, counted from an event of the run: " + EventText.Allowed, EventText.Form, EventText.Read, null, (o, v) => o with { After = v }),
        Key.Text("cluster", "where; optional if there is one cluster", o => o.Cluster, (o, v) => o with { Cluster = v }),
        Key.Text("namespace", "of the object", o => o.Namespace, (o, v) => o with { Namespace = v }),
        Key.Class("apply", "manifests whose objects are created or changed; relative to the scenario file", Forms.Texts with { Words = "list of paths" }, cursor => cursor.Items(), null, (o, v) => o with { Apply = v }),
        Command("delete", "the object to delete: KIND/NAME, such as deployment/web"),
        Command("annotate", "KIND/NAME of what gets annotations"),
        Command("scale", "KIND/NAME of what gets so many replicas"),
        Command("setImage", "KIND/NAME of what gets another image"),
        Command("rollback", "deployment/NAME that goes back to a former revision"),
        Command("pause", "deployment/NAME whose rollout is paused"),
        Command("resume", "deployment/NAME whose rollout goes on"),
        Nodes("cordon", "a node that gets no new pods, a list of them, or all"),
        Nodes("uncordon", "a node that gets pods again, a list of them, or all"),
        Nodes("drain", "a node that is cordoned and whose pods are deleted, but those of DaemonSets; or a list of them, or all: each by a command of its own, at the same time"),
        Key.Value("gracePeriod", "with delete: what the pod gets to stop; 0 deletes its object at once, whatever its containers do (kubectl delete --grace-period=0); its own without this key", Forms.Duration, cursor => cursor.PositiveOrZeroDuration(), null, (o, v) => o with { GracePeriod = v }),
        Key.Value("cascade", "with delete: false deletes the object alone and leaves its pods behind (kubectl delete --cascade=false)", Forms.Flag, cursor => cursor.Flag(), null, (o, v) => o with { Cascade = v }),
        Key.Labels("annotations", "with annotate: what is set", (o, v) => o with { Annotations = v }),
        Key.Value("replicas", "with scale: how many", Forms.Integer(0, 1_000_000), cursor => cursor.Integer(0, 1_000_000), null, (o, v) => o with { Replicas = v }),
        Key.Value("currentReplicas", "with scale: only if it has so many", Forms.Integer(0, 1_000_000), cursor => cursor.Integer(0, 1_000_000), null, (o, v) => o with { CurrentReplicas = v }),
        Key.Class("image", "with setImage: the new image", Forms.Text, cursor => cursor.Text(), null, (o, v) => o with { Image = v }),
        Key.Class("container", "with setImage: which container; the first without this key", Forms.Text, cursor => cursor.Text(), null, (o, v) => o with { Container = v }),
        Key.Long("revision", "with rollback: to which revision; 0 is the one before", 0, o => o.Revision, (o, v) => o with { Revision = v }),
    ])
    { Alternatives = [["at", "after"], ["apply", "delete", "annotate", "scale", "setImage", "rollback", "pause", "resume", "cordon", "uncordon", "drain"]], Check = CheckPartners };

    private static Key<OperationDraft> Command(string name, string meaning) =>
        Key.Value<SourceCursor>(name, meaning, Forms.Text, cursor => cursor.Text() is null ? null : cursor, null, (o, v) => o with { About = (name, v) });

    /// <summary>One node, several, or all.</summary>
    private static Key<OperationDraft> Nodes(string name, string meaning) =>
        Key.Value<SourceCursor>(name, meaning, TargetText.NodeOrNodes, cursor => cursor.Node is SourceScalar ? cursor.Text() is null ? null : cursor : cursor.ReadNodes() is null ? null : cursor, null, (o, v) => o with { About = (name, v) });

    /// <summary>Keys that only one command looks at.</summary>
    private static void CheckPartners(OperationDraft draft, FieldReader fields)
    {
        Partner("gracePeriod", "delete", isNeeded: false);
        Partner("cascade", "delete", isNeeded: false);
        Partner("currentReplicas", "scale", isNeeded: false);
        Partner("annotations", "annotate", isNeeded: true);
        Partner("replicas", "scale", isNeeded: true);
        Partner("image", "setImage", isNeeded: true);
        Partner("container", "setImage", isNeeded: false);
        Partner("revision", "rollback", isNeeded: false);

        void Partner(string key, string command, bool isNeeded)
        {
            if (fields.Has(key) && !fields.Has(command)) fields.ErrorAt(key, $"allowed with {command}");
            if (isNeeded && fields.Has(command) && !fields.Has(key)) fields.ErrorAt(command, $"wants the key '{key}' beside it");
        }
    }
}
