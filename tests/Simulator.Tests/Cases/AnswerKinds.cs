using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;
using Simulator.Reports.Text;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>What can be wrong without any outage, and beside one: none of it may be called "nothing failed".</summary>
public sealed class AnswerKinds
{
    private const string Web = "apiVersion: v1\nkind: ReplicationController\nmetadata: { name: web }\nspec: { replicas: 12, template: { "
        + "metadata: { labels: { app: web } }, spec: { containers: [{ name: c, image: \"web:1\", resources: { requests: { cpu: 100m } } "
        + "}] } } }\n";

    [Fact]
    public void Pods_without_room_say_how_much_they_want_and_how_many_nodes_would_take_them() => Says(
        Web.Replace("100m", "1500m", StringComparison.Ordinal),
        "At the end 9 of 12 replicas of web are missing: Insufficient CPU, each wants 1500m, the most that a node has free is 500m; "
            + "would fit with 9 more n1-standard-2.");

    [Fact]
    public void A_scheduler_that_nobody_runs_is_named() => Says(
        Web.Replace(
            "spec: { containers", "spec: { schedulerName: other, containers",
            StringComparison.Ordinal), "12 of 12 pods of web never got a node: no scheduler named other runs.");

    [Fact]
    public void A_missing_config_map_is_named() => Says(
        Web.Replace(
            "spec: { containers", "spec: { volumes: [{ name: v, configMap: { name: settings } }], containers",
            StringComparison.Ordinal), "None of 12 replicas of web was ever ready: ConfigMap settings does not exist.");

    [Fact]
    public void A_claim_that_does_not_exist_is_named() => Says(
        Web.Replace(
            "spec: { containers", "spec: { volumes: [{ name: v, persistentVolumeClaim: { claimName: data } }], containers",
            StringComparison.Ordinal), "12 of 12 pods of web never got a node: ");

    [Fact]
    public void Images_that_cannot_be_pulled_are_told_beside_the_outage_that_is_why() => Says(
        Web,
        "None of 12 replicas of web was ever ready: its image web:1 cannot be pulled, the registry is down.",
        "start: empty",
        "outages:\n  - { at: 0s, kind: registry-down }\n");

    [Fact]
    public void A_service_with_no_pod_behind_it_is_told() => Says(
        Web
            + "---\napiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: wbe }, ports: [{ port: 80 }] "
            + "}\n", "Service web has no endpoint: its selector matches no pod.");

    [Fact]
    public void Pets_that_nobody_initializes_stop_after_the_first() => Says(
        "apiVersion: v1\nkind: Service\nmetadata: { name: db }\nspec: { clusterIP: None, selector: { app: db }, ports: [{ port: 80 }] "
            + "}\n---\napiVersion: apps/v1alpha1\nkind: PetSet\nmetadata: { name: db }\nspec: { serviceName: db, replicas: 3, template: "
            + "{ metadata: { labels: { app: db } }, spec: { containers: [{ name: c, image: \"db:1\" }] } } }\n",
        "At the end 2 of 3 replicas of db are missing: nobody set pod.alpha.kubernetes.io/initialized on db-0.");

    [Fact]
    public void A_daemon_that_fits_no_node_is_told() => Says(
        "apiVersion: extensions/v1beta1\nkind: DaemonSet\nmetadata: { name: agent }\nspec: { template: { metadata: { labels: { app: "
            + "agent } }, spec: { nodeSelector: { disk: ssd }, containers: [{ name: c, image: \"a:1\" }] } } }\n",
        "agent runs on no node: no node has the label disk=ssd.");

    [Fact]
    public void A_daemon_that_finds_no_room_is_told() => Says(
        "apiVersion: extensions/v1beta1\nkind: DaemonSet\nmetadata: { name: agent }\nspec: { template: { metadata: { labels: { app: "
            + "agent } }, spec: { containers: [{ name: c, image: \"a:1\", resources: { requests: { cpu: \"3\" } } }] } } }\n",
        "At the end agent is missing on 3 of 3 nodes (node-0001 is one): it wants 3000m of CPU, node-0001 has 2000m free.");

    [Fact]
    public void What_is_all_there_is_called_so() => Says(Web, "Nothing failed");

    [Fact]
    public void A_workload_that_was_broken_before_the_outage_and_the_outage_are_both_told()
    {
        var summary = Run(
            Web + "---\n"
                + Web.Replace("name: web }", "name: lost }", StringComparison.Ordinal)
                    .Replace("app: web", "app: lost", StringComparison.Ordinal)
                    .Replace("spec: { containers", "spec: { nodeSelector: { disk: ssd }, containers", StringComparison.Ordinal),
            outages: "outages:\n  - { at: 1m, for: 2m, kind: power-loss, node: node-0001 }\n");
        Assert.StartsWith(
            "12 of 12 pods of lost never got a node: no node has the label disk=ssd. With these settings the loss of node-0001 takes ",
            summary.Answer, StringComparison.Ordinal);
        Assert.InRange(summary.Measure("recovery.allReplicasReady") ?? 0, 60, 400);
    }

    [Fact]
    public void Requests_to_a_service_that_nothing_creates_have_failed() => Assert.StartsWith(
        "No request to shopp was answered: all 12,000 failed; it never had an endpoint.", Run(
            Web, "traffic: [{ services: [shopp], rate: 10 }]").Answer, StringComparison.Ordinal);

    [Fact]
    public void The_worst_service_is_the_one_that_users_saw_worst_though_nothing_stands_behind_it()
    {
        var summary = Run(
            Web + "---\n" + Service("web", "web") + "---\n"
                + Service("wbe", "wbe"), "traffic: [{ services: [web], rate: 10 }, { services: [wbe], rate: 10 }]");
        Assert.Equal(
            "Users saw 50 % of 24,000 requests answered: 12,000 failed; worst service: wbe with 0 %, 0 % in its worst minute, from "
                + "0:00:00.",
            UserText.Of(summary));
        Assert.Equal("default/wbe", summary.Services[0].Service);
        Assert.Null(summary.Services[0].Availability);
        Assert.Equal(0, summary.Measure("availability.usersWorstService"));
    }

    [Fact]
    public void Kills_at_a_limit_are_counted_alike_wherever_they_are_told()
    {
        var summary = Run(
            Web.Replace("replicas: 12", "replicas: 3", StringComparison.Ordinal)
                .Replace("requests: { cpu: 100m }", "limits: { memory: 100Mi }", StringComparison.Ordinal),
            "applications: [{ selector: { app: web }, memory: 200Mi }]");
        var killed = HumanNumber.Count(summary.Measure("containers.oomKilled")!.Value);
        Assert.StartsWith(
            $"{killed} containers are killed by the kernel for their memory", summary.Chronicle[0].Text, StringComparison.Ordinal);
        Assert.Contains($"The kernel killed {killed} containers of web for using more memory than their own limit.", summary.Reasons);
    }

    [Theory]
    [InlineData("kubernetes.io/hostname: node-0002", "1 pod in")]
    [InlineData("failure-domain.beta.kubernetes.io/zone: a", "3 pods in")]
    [InlineData("beta.kubernetes.io/arch: arm64", "0 pods in")]
    public void The_header_counts_daemons_by_the_nodes_that_they_select(string selector, string pods) => Assert.Contains(
        $" · {pods} 0 services · ",
        Run($"apiVersion: extensions/v1beta1\nkind: DaemonSet\nmetadata: {{ name: agent }}\nspec: {{ template: {{ metadata: {{ labels: "
            + $"{{ app: agent }} }}, spec: {{ nodeSelector: {{ {selector} }}, containers: [{{ name: c, image: \"a:1\" }}] }} }} "
            + "}\n").Headline,
        StringComparison.Ordinal);

    [Fact]
    public void A_new_template_of_a_paused_deployment_is_no_rollout_of_its_old_revision() => Says(
        "apiVersion: extensions/v1beta1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 3, template: { metadata: { labels: "
            + "{ app: web } }, spec: { containers: [{ name: c, image: \"web:1\" }] } } }\n",
        "The rollout of web's new template has not begun at the end, because web is paused: 0 of 3 pods are of the new version.",
        outages: "operations: [{ at: 1m, pause: deployment/web }, { at: 2m, setImage: deployment/web, image: \"web:2\" }]\n");

    [Theory]
    [InlineData("delete: pod/solo")]
    [InlineData("delete: pod/solo, gracePeriod: 0s")]
    public void A_pod_that_its_user_deletes_has_not_failed(string command) => Says(
        "apiVersion: v1\nkind: Pod\nmetadata: { name: solo }\nspec: { containers: [{ name: c, image: \"solo:1\" }] }\n",
        "Nothing failed and nothing was started.",
        outages: $"operations: [{{ at: 1m, {command} }}]\n");

    [Fact]
    public void The_only_replica_was_never_ready() => Says(
        Web.Replace("replicas: 12", "replicas: 1", StringComparison.Ordinal).Replace(
            "spec: { containers", "spec: { volumes: [{ name: v, configMap: { name: settings } }], containers",
            StringComparison.Ordinal), "The only replica of web was never ready: ConfigMap settings does not exist.");

    [Fact]
    public void A_pod_that_never_came_did_not_come_late()
    {
        var answer = Run(
            Web.Replace("replicas: 12", "replicas: 1", StringComparison.Ordinal)
                .Replace("spec: { containers", "spec: { nodeSelector: { disk: ssd }, containers", StringComparison.Ordinal),
            outages: "outages:\n  - { at: 5m, kind: power-loss, node: node-0001 }\n").Answer;
        Assert.StartsWith("The only pod of web never got a node: no node has the label disk=ssd", answer, StringComparison.Ordinal);
        Assert.Contains("the loss of node-0001 costs no replica: noticed after", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_that_nobody_ever_answered_are_not_the_outages_doing()
    {
        var summary = Run(
            "apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: wbe }, ports: [{ port: 80 }] }\n",
            "traffic: [{ services: [web], rate: 50, from: outside }]",
            outages: "outages:\n  - { at: 5m, kind: power-loss, node: node-0001 }\n");
        Assert.StartsWith(
            "No request to web was answered: all 60,000 failed; its selector matches no pod. With these settings the loss of node-0001 "
                + "costs no replica: noticed",
            summary.Answer, StringComparison.Ordinal);
        Assert.Equal(0, Assert.Single(summary.Findings, finding => finding.Kind == "outage").Cost);
    }

    [Fact]
    public void A_trouble_that_did_nothing_is_not_counted_from()
    {
        var summary = Run(
            Web, images: "true",
            outages: "outages:\n  - { at: 1m, kind: registry-down }\n  - { at: 5m, kind: power-loss, zone: a, for: 5m }\n");
        Assert.StartsWith("With these settings the loss of a takes ", summary.Answer, StringComparison.Ordinal);
        Assert.Contains(
            "the outage of the registry, which began at 0:01:00, is not over at the end.", summary.Answer, StringComparison.Ordinal);
        Assert.InRange(summary.Measure("detection.first") ?? 0, 30, 60);
        Assert.Equal(300, summary.StoryAt);
        Assert.Contains(
            Moments.Of(summary), moment => moment.Name == "noticed" && moment.When.StartsWith("0:05:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_trouble_that_hides_what_comes_next_is_counted_from()
    {
        var summary = Run(
            Web, outages: "outages:\n  - { at: 1m, for: 8m, kind: api-server-down }\n  - { at: 5m, kind: power-loss, node: node-0001 }\n");
        Assert.StartsWith(
            "With these settings the outage of the API server and the loss of node-0001 take", summary.Answer, StringComparison.Ordinal);
        Assert.Null(summary.StoryAt);
    }

    private static string Service(string name, string app) =>
        $"apiVersion: v1\nkind: Service\nmetadata: {{ name: {name} }}\nspec: {{ selector: {{ app: {app} }}, ports: [{{ port: 80 }}] }}\n";

    private static void Says(string objects, string sentence, string start = "start: settled", string outages = "") =>
        Assert.StartsWith(sentence, Run(objects, start: start, outages: outages).Answer, StringComparison.Ordinal);

    /// <summary>On three machines with two processors each, whose images are pulled unless they are said to be there.</summary>
    private static Summary Run(
        string objects, string cluster = "", string start = "start: settled", string outages = "", string images = "false")
    {
        using var folder = new ScratchFolder();
        folder.Write("objects.yaml", objects);
        var scenario = folder.Write(
            "scenario.yaml",
            $"scenario: kind\nduration: 20m\nclusters:\n  - name: c\n    zones: [a]\n    {start}\n    calibration: {{ imagesPresent: "
                + $"{images} }}\n    nodePools: [{{ name: node, machineType: n1-standard-2, count: 3 }}]\n    workloads: [{{ manifests: "
                + $"[objects.yaml] }}]\n    {cluster}\n{outages}");
        return ShippedScenario.Run(scenario).Summary;
    }
}
