using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Validation;
using Simulator.Tests.Cli;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Simulator.Tests.Stories;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>
/// What the API server of 1.3.10 refuses, in its own words: told with a place by validate, and in a run to whoever sent it.
/// </summary>
public sealed class ValidationCases
{
    private static readonly string Folder = Path.Combine(Repository.Folder("tests"), "Simulator.Tests", "Cases");

    /// <summary>File | where | what is said of it.</summary>
    public static TheoryData<string, string, string> Refused { get; } = new()
    {
        {
            "dep-unavail-150", "7:48",
            "Deployment.extensions \"web\" is invalid: spec.strategy.rollingUpdate.maxUnavailable: Invalid value: \"150%\": must not be "
                + "greater than 100%"
        },
        {
            "ds-gce-pd-rw", "9:47",
            "DaemonSet.extensions \"d\" is invalid: spec.template.spec.volumes[0].gcePersistentDisk.readOnly: Invalid value: false: must "
                + "be true for replicated pods > 1"
        },
        {
            "duplicate-container", "13:15",
            "ReplicationController \"web\" is invalid: spec.template.spec.containers[1].name: Duplicate value: \"c\""
        },
        {
            "duplicate-hostport", "13:85",
            "ReplicationController \"web\" is invalid: spec.template.spec.containers[0].ports[1].hostPort: Duplicate value: \"80/TCP\""
        },
        { "env-number", "5:67", "spec.containers[0].env[0].value: found the number 1; allowed is text (put it in quotes)" },
        {
            "ephemeral-storage", "13:53",
            "spec.template.spec.containers[0].resources.requests[ephemeral-storage]: Invalid value: \"ephemeral-storage\": must be a "
                + "standard resource for containers"
        },
        {
            "job-always", "9:22",
            "Job.batch \"j\" is invalid: spec.template.spec.restartPolicy: Unsupported value: \"Always\": supported values: OnFailure, "
                + "Never"
        },
        { "job-selector-no-manual", "6:13", "`selector` not auto-generated" },
        { "liveness-success-2", "13:69", "spec.template.spec.containers[0].livenessProbe.successThreshold: Invalid value: 2: must be 1" },
        { "no-image", "5:22", "Pod \"p\" is invalid: spec.containers[0].image: Required value" },
        {
            "probe-two-handlers", "13:69",
            "spec.template.spec.containers[0].livenessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type"
        },
        { "quota-fraction-pods", "5:23", "ResourceQuota \"q\" is invalid: spec.hard[pods]: Invalid value: \"1500m\": must be an integer" },
        { "rc-restart-never", "10:22", "spec.template.spec.restartPolicy: Unsupported value: \"Never\": supported values: Always" },
        {
            "storage-in-container", "13:43",
            "spec.template.spec.containers[0].resources.requests[storage]: Invalid value: \"storage\": must be a standard resource for "
                + "containers"
        },
        {
            "svc-25-chars", "4:19",
            "Service \"my-release-prometheus-ser1\" is invalid: metadata.name: Invalid value: \"my-release-prometheus-ser1\": must be no "
                + "more than 24 characters"
        },
        {
            "svc-dot", "4:19",
            "Service \"a.b\" is invalid: metadata.name: Invalid value: \"a.b\": must match the regex [a-z]([-a-z0-9]*[a-z0-9])? (e.g. "
                + "'my-name' or 'abc-123')"
        },
        {
            "svc-nodeport-clusterip", "5:59",
            "Service \"a\" is invalid: spec.ports[0].nodePort: Invalid value: 30080: may not be used when `type` is 'ClusterIP'"
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refused_objects_are_told_with_their_place(string name, string place, string sentence)
    {
        var file = Path.Combine(Folder, "objects", "refused", name + ".yaml");
        var answer = CommandLine.Run("validate", file);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains($"{file}:{place}  ", answer.Error);
        Assert.Contains(sentence, answer.Error);
    }

    [Fact]
    public void Every_refused_object_has_a_row() =>
        Assert.Equal(
            Directory.GetFiles(Path.Combine(Folder, "objects", "refused")).Select(Path.GetFileNameWithoutExtension).Order(),
            Refused.Select(row => row.Data.Item1).Order());

    [Theory]
    [InlineData("generateName")]
    [InlineData("pod-with-dots")]
    [InlineData("svc-no-ports")]
    [InlineData("volume-no-source")]
    public void Accepted_objects_stay_accepted(string name) =>
        Assert.Equal(0, CommandLine.Run("validate", Path.Combine(Folder, "objects", "accepted", name + ".yaml")).ExitCode);

    [Theory]
    [InlineData("empty")]
    [InlineData("settled")]
    public void Refused_objects_do_not_stop_a_run_and_nothing_comes_of_them(string start)
    {
        using var folder = new ScratchFolder();
        var scenario = File.ReadAllText(Path.Combine(Folder, "refused-in-a-run", "scenario.yaml"))
            .Replace("start: empty", $"start: {start}", StringComparison.Ordinal);
        folder.Write("objects.yaml", File.ReadAllText(Path.Combine(Folder, "refused-in-a-run", "objects.yaml")));
        var answer = CommandLine.Run("run", folder.Write("scenario.yaml", scenario), "--out", Path.Combine(folder.Path, "out"));
        Assert.Equal(0, answer.ExitCode);
        Assert.Contains(
            "objects.yaml:42:74  Deployment.extensions \"mount\" is invalid: spec.template.spec.containers[0].volumeMounts[0].name: Not "
                + "found: \"nope\"",
            answer.Error);
        Assert.Contains("0 errors, 5 objects refused by the API server", answer.Error);
        var events = File.ReadAllLines(Path.Combine(folder.Path, "out", "events.csv"));
        Assert.Equal(5, events.Count(line => line.Contains("CreationRefused", StringComparison.Ordinal)));
        Assert.Contains(
            events,
            line => line.Contains(
                "CreationRefused,Job default/migrate,\"Job.batch \"\"migrate\"\" is invalid: spec.template.spec.restartPolicy: "
                    + "Unsupported value",
                StringComparison.Ordinal));
        Assert.DoesNotContain(events, line => line.Contains("PodCreated", StringComparison.Ordinal));
    }

    [Fact]
    public void Refused_objects_are_counted_not_their_faults()
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run(
            "validate",
            folder.Write(
                "a.yaml",
                "{apiVersion: v1, kind: Pod, metadata: {name: P_}, spec: {restartPolicy: Never, nodeSelector: {-: b}, containers: "
                    + "[{name: C_, image: i}]}}"));
        Assert.True(answer.Error.Split("is invalid").Length > 3, answer.Error);
        Assert.Contains("0 errors, 1 object refused by the API server, 0 remarks", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Forbidden_updates_are_refused_as_a_whole()
    {
        const string OnlyReplicas =
            "The PetSet \"db\" is invalid: spec: Forbidden: updates to petset spec for fields other than 'replicas' are forbidden.";
        var run = CaseRun.Of("forbidden-updates/scenario.yaml");
        Assert.Contains(
            ("set image of PetSet default/db to db:2", OnlyReplicas), run.Commands.Select(command => (command.Command, command.Result)));
        var applied = Assert.Single(run.Commands, command => command.Command.StartsWith("apply", StringComparison.Ordinal)).Result;
        Assert.Contains(OnlyReplicas, applied);
        Assert.Contains("The Job \"j\" is invalid: ", applied);
        Assert.Contains("spec.template: Invalid value: ", applied);
        Assert.Contains("field is immutable", applied);
    }

    [Fact]
    public void Names_that_a_generator_makes_are_judged_too()
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run(
            "validate",
            folder.Write(
                "s.yaml",
                ScenarioText.With("10>       - { generate: { kind: ReplicationController, count: 2, replicas: 1, namePrefix: "
                    + "a-prefix-of-21-letters, service: true } }")));
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(
            "Service \"a-prefix-of-21-letters-001\" is invalid: metadata.name: Invalid value: \"a-prefix-of-21-letters-001\": must be no "
                + "more than 24 characters",
            answer.Error);
    }

    /// <summary>Request and answer were recorded at a real API server.</summary>
    [Fact]
    public void Many_errors_are_told_in_the_order_and_words_of_the_real_server()
    {
        var pod = Api.Documents.Manifest("""
            {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "P_1", "labels": {"a b": "c d"}}, "spec": {"restartPolicy": "Sometimes", "containers": [
            {"name": "A", "image": ""}, {"name": "b", "image": "x", "ports": [{"containerPort": 0}]}, {"name": "b", "image": "x", "imagePullPolicy": "Maybe"}], "volumes": [{"name": "v"}]}}
            """).Objects[0];
        Assert.Equal(
            "Pod \"P_1\" is invalid: [metadata.name: Invalid value: \"P_1\": must match the regex "
                + "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)* (e.g. 'example.com'), "
            + "metadata.labels: Invalid value: \"a b\": name part must match the regex ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9] (e.g. "
            + "'MyName' or 'my.name' or '123-abc'), "
            + "metadata.labels: Invalid value: \"c d\": must match the regex (([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])? (e.g. 'MyValue' "
            + "or 'my_value' or '12345'), "
            + "spec.containers[0].name: Invalid value: \"A\": must match the regex [a-z0-9]([-a-z0-9]*[a-z0-9])? (e.g. 'my-name' or "
            + "'123-abc'), "
            + "spec.containers[0].image: Required value, spec.containers[1].ports[0].containerPort: Invalid value: 0: must be between 1 "
            + "and 65535, inclusive, "
            + "spec.containers[2].name: Duplicate value: \"b\", spec.containers[2].imagePullPolicy: Unsupported value: \"Maybe\": "
            + "supported values: Always, IfNotPresent, Never, "
            + "spec.restartPolicy: Unsupported value: \"Sometimes\": supported values: Always, OnFailure, Never]",
            ObjectRules.Message(pod, ObjectRules.OnCreate(pod)));
    }

    [Fact]
    public void Pods_of_a_controller_go_through_the_rules_too()
    {
        var pets = Pets.Set("my.db", 2);
        var story = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty).With(1.Seconds(), Pets.Service("db"), pets).RunFor(2.Minutes());
        var refused = story.Of(ObservationKind.CreationForbidden).First();
        Assert.Equal("Pod default/my.db-0", refused.Subject);
        Assert.StartsWith(
            "Pod \"my.db-0\" is invalid: [metadata.annotations: Invalid value: \"pod.beta.kubernetes.io/hostname\": must match the regex",
            refused.Other);
        Assert.Empty(story.Of(ObservationKind.PodCreated));
    }

    [Fact]
    public void Defaults_of_a_limit_range_can_make_pods_invalid()
    {
        var range = new LimitRange
        {
            Metadata = new ObjectMeta { Name = "r", Namespace = "default" },
            Limits = [new LimitRangeItem { Type = LimitType.Container, Default = Cpu(50), DefaultRequest = Cpu(50) }],
        };
        var story = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty)
            .With(1.Seconds(), range)
            .With("web", replicas: 1, at: 5.Seconds())
            .RunFor(20.Seconds());
        var refused = story.Of(ObservationKind.CreationForbidden).First();
        Assert.StartsWith("Pod default/web-", refused.Subject);
        Assert.Contains(
            "spec.containers[0].resources.limits: Invalid value: \"50m\": must be greater than or equal to cpu request", refused.Other);
    }

    [Fact]
    public void Generated_names_are_cut()
    {
        var name = new string('n', 100);
        var controller = Workloads.Controller("web", 2, 100);
        controller = controller with { Metadata = controller.Metadata with { Name = name } };
        var story = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty).With(1.Seconds(), controller).RunFor(1.Minutes());
        var pods = story.Cluster.Store.List("Pod");
        Assert.Equal(2, pods.Count);
        Assert.All(pods, pod => Assert.Matches("^n{58}[a-z0-9]{5}$", pod.Name));
    }

    private static ResourceList Cpu(long milli) => ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(milli)));
}
