using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Cli.Output;
using Simulator.Scenarios.Files;
using Simulator.Tests.Cases.Importing;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Simulator.World.Running;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary><c>simulator import cluster</c>: dumps as people keep them, and the cluster that comes of them.</summary>
public sealed class ImportCases
{
    public static readonly TheoryData<string> Shapes =
        new("kubectl yaml", "kubectl json", "api lists", "packed", "archive", "one a file", "concatenated", "without kinds");

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_of_a_dump_gives_the_same_scenario(string shape)
    {
        using var folder = new ScratchFolder();
        var expected = Imported.Of(Path.Combine(folder.Path, "expected", "mine"), HandmadeDump.Folder);
        var found = Imported.Of(Path.Combine(folder.Path, "found", "mine"), Shaped(shape, folder.Path));
        Assert.Equal(ExitCode.Done, found.Answer.ExitCode);
        Assert.Equal(Files(expected.Folder), Files(found.Folder));
    }

    [Fact]
    public void What_is_found_is_told()
    {
        using var folder = new ScratchFolder();
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), HandmadeDump.Folder);
        Assert.Equal("", imported.Answer.Error);
        Assert.Contains("3 nodes in 3 pools and 2 zones as of 2021-08-03 10:00:00 UTC: kubelets v1.21.1 3", imported.Answer.Out);
        Assert.Contains("9 pods: Pending 1, Running 7, Succeeded 1", imported.Answer.Out);
        Assert.Contains("running pods by owner: nobody 1, DaemonSet 2, Node 1, ReplicaSet 2, StatefulSet 1", imported.Answer.Out);
        Assert.Contains("left out: PodDisruptionBudget 1", imported.Answer.Out);
        Assert.Contains("its InstanceManager is not in the dump", imported.Answer.Out);
        Assert.Contains("1.3 asks nobody before it evicts or drains", imported.Answer.Out);
        Assert.Contains("fitness: 100 % of 6 running pods", imported.Answer.Out);
        Assert.Contains("# fitness: 100 % of 6 running pods", imported.ScenarioText);
    }

    [Theory]
    [InlineData("1.3.10")]
    [InlineData("1.20.2")]
    public void An_hour_moves_nothing(string version)
    {
        using var folder = new ScratchFolder();
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), HandmadeDump.Folder);
        Assert.Empty(Imported.Moves(imported.Hour($"clusters[0].controlPlane={{ version: {version} }}")));
        Assert.Equal(9, imported.Pods.Count);
        Assert.Equal("Running", imported.Pods.Single(pod => pod.Name == "lock").Status.Phase.ToString());
        Assert.Equal("", imported.Pods.Single(pod => pod.Name == "waiting").NodeName);
        Assert.Equal(PodPhase.Succeeded, imported.Pods.Single(pod => pod.Name == "done").Status.Phase);
    }

    [Fact]
    public void A_node_that_is_lost_is_emptied_and_its_pods_are_made_again()
    {
        using var folder = new ScratchFolder();
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), HandmadeDump.Folder);
        var facts = imported.Hour("outages[+]={ at: 5m, kind: power-loss, node: ip-10-0-0-3.ec2.internal }");
        var moves = Imported.Moves(facts).ToList();
        Assert.Contains("PodDeletionMarked shop/web-222-bbbbb", moves);
        Assert.Contains("PodDeletionMarked shop/lock", moves);
        Assert.DoesNotContain("PodDeletionMarked shop/agent-2", moves);
        Assert.Equal(2, imported.Pods.Count(pod => pod.Metadata.Labels.ValueOrEmpty("app") == "web" && pod.IsReady));
        Assert.DoesNotContain(imported.Pods, pod => pod.Name == "lock" && pod.IsActive);
    }

    [Fact]
    public void A_static_pod_comes_back_with_its_node()
    {
        using var folder = new ScratchFolder();
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), HandmadeDump.Folder);
        imported.Hour("outages[+]={ at: 5m, for: 20m, kind: power-loss, node: ip-10-0-0-1.ec2.internal }");
        var etcd = imported.Pods.Single(pod => pod.Name == "etcd-ip-10-0-0-1");
        Assert.Equal(("ip-10-0-0-1.ec2.internal", true), (etcd.NodeName, etcd.IsReady));
    }

    [Fact]
    public void Nodes_that_are_not_ready_or_cordoned_are_so()
    {
        using var folder = new ScratchFolder();
        var nodes = HandmadeDump.Nodes();
        nodes[1]!["spec"]!["unschedulable"] = true;
        nodes[2]!["status"]!["conditions"]![0]!["status"] = "Unknown";
        var dump = folder.Write("dump.json", HandmadeDump.List(nodes, HandmadeDump.Owners(), HandmadeDump.Pods()).ToJsonString());
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), dump);
        Assert.Contains("1 node not Ready", imported.Answer.Out);
        Assert.Contains("1 node cordoned", imported.Answer.Out);
        imported.Hour();
        var web = imported.Pods.Where(pod => pod.Metadata.Labels.ValueOrEmpty("app") == "web").ToList();
        Assert.DoesNotContain(web, pod => pod is { NodeName: "ip-10-0-0-2.ec2.internal" } && pod.Name != "web-222-aaaaa");
        Assert.Equal(2, web.Count);
        Assert.Single(web, pod => !pod.IsAssigned);
    }

    [Fact]
    public void Secrets_stay_where_they_were()
    {
        using var folder = new ScratchFolder();
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), HandmadeDump.Folder);
        var all = string.Concat(Files(imported.Folder).Values);
        foreach (var secret in new[] { "hunter2", "aHVudGVyMg", "managedFields" }) Assert.DoesNotContain(secret, all);
    }

    /// <summary>Commands of probes and hooks, and the init containers that 1.3 notes as JSON in an annotation.</summary>
    [Fact]
    public void Secrets_are_left_out_wherever_commands_stand()
    {
        using var folder = new ScratchFolder();
        var pods = HandmadeDump.Pods();
        var (lock_, spec) = (pods[^1]!, pods[^1]!["spec"]!);
        JsonObject Exec(string word) => new() { ["exec"] = new JsonObject { ["command"] = new JsonArray("db", word) } };
        spec["containers"]![0]!["livenessProbe"] = Exec("--password=hunter3");
        spec["containers"]![0]!["lifecycle"] = new JsonObject { ["preStop"] = Exec("--token=hunter4") };
        lock_["metadata"]!["annotations"] = new JsonObject
        {
            [WellKnownAnnotations.InitContainers] = """
                [{"name":"init","image":"i:1","env":[{"name":"DB_PASSWORD","value":"hunter5"}],"args":["--secret=hunter6"]}]
                """,
        };
        var dump = folder.Write("dump.json", HandmadeDump.List(HandmadeDump.Nodes(), HandmadeDump.Owners(), pods).ToJsonString());
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), dump);
        Assert.Equal(ExitCode.Done, imported.Answer.ExitCode);
        var all = string.Concat(Files(imported.Folder).Values);
        Assert.DoesNotContain("hunter", all);
        Assert.Contains("left-out", all);
        Assert.Contains(imported.Hour(), fact => fact.Subject == "shop/lock");
    }

    /// <summary>Before any controller has looked.</summary>
    [Fact]
    public void A_quota_has_counted_what_is_there()
    {
        using var folder = new ScratchFolder();
        var quota = folder.Write("quota.yaml", """
            { apiVersion: v1, kind: ResourceQuota, metadata: { name: pods, namespace: shop }, spec: { hard: { pods: 20, services: 9 } } }
            """);
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), HandmadeDump.Folder, quota);
        var run = new ScenarioRun(ScenarioReader.Read(Path.Combine(imported.Folder, "scenario.yaml")).Scenario!);
        run.Start();
        var store = run.Clusters[0].Store;
        var used = ((ResourceQuota)store.List("ResourceQuota").Single()).Status.Used;
        Assert.Equal(store.List("Pod").Cast<Pod>().Count(pod => !pod.IsFinished), used.Value("pods"));
        Assert.Equal(store.List("Service", "shop").Count, used.Value("services"));
    }

    [Theory]
    [InlineData("scenario.yaml", "# mine\n")]
    [InlineData("found/shop.yaml", "# mine\n")]
    [InlineData("found/more.yaml", "")]
    public void A_folder_that_somebody_has_changed_is_left_alone(string file, string text)
    {
        using var folder = new ScratchFolder();
        var target = Path.Combine(folder.Path, "mine");
        Assert.Equal(ExitCode.Done, Imported.Of(target, HandmadeDump.Folder).Answer.ExitCode);
        Assert.Equal(ExitCode.Done, Imported.Of(target, HandmadeDump.Folder).Answer.ExitCode);
        File.AppendAllText(Path.Combine(target, file), text);
        var again = Imported.Of(target, HandmadeDump.Folder).Answer;
        Assert.Equal(ExitCode.WrongInput, again.ExitCode);
        Assert.Contains("has been changed since: nothing was written", again.Error);
        Assert.Equal(ExitCode.WrongInput, Imported.Of(folder.Path, HandmadeDump.Folder).Answer.ExitCode);
    }

    [Fact]
    public void The_same_object_counts_once()
    {
        using var folder = new ScratchFolder();
        var twice = folder.Write("again.json", HandmadeDump.ApiList("PodList", HandmadeDump.Pods()).ToJsonString());
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), HandmadeDump.Folder, twice);
        Assert.Contains("9 pods:", imported.Answer.Out);
        Assert.Contains("9 objects came more than once and counted once", imported.Answer.Out);
    }

    [Fact]
    public void Machines_are_told_the_same()
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run("import", "cluster", HandmadeDump.Folder, "-o", Path.Combine(folder.Path, "mine"), "--json");
        using var document = JsonDocument.Parse(answer.Out);
        Assert.Equal(9, document.RootElement.GetProperty("pods").GetInt32());
        Assert.Equal(6, document.RootElement.GetProperty("fitness").GetProperty("accepted").GetInt32());
    }

    [Fact]
    public void A_pod_that_its_node_would_refuse_is_told_with_the_reason()
    {
        using var folder = new ScratchFolder();
        var pods = HandmadeDump.Pods();
        pods[0]!["spec"]!["containers"]![0]!["resources"]!["requests"]!["cpu"] = "9";
        var dump = folder.Write("dump.json", HandmadeDump.List(HandmadeDump.Nodes(), HandmadeDump.Owners(), pods).ToJsonString());
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), dump);
        Assert.Contains("rejected: Insufficient CPU, such as", imported.Answer.Out);
    }

    private static string[] Shaped(string shape, string folder)
    {
        var all = HandmadeDump.List(HandmadeDump.Nodes(), HandmadeDump.Owners(), HandmadeDump.Pods());
        var path = Path.Combine(folder, "dump.json");
        switch (shape)
        {
            case "kubectl yaml": return [.. Directory.GetFiles(HandmadeDump.Folder).OrderDescending()];
            case "kubectl json": File.WriteAllText(path, all.ToJsonString(new JsonSerializerOptions { WriteIndented = true })); break;
            case "packed": return [Packed(path + ".gz", all.ToJsonString())];
            case "archive": return [Archive(Path.Combine(folder, "dump.tar.gz"), all)];
            case "one a file": return [OneAFile(Path.Combine(folder, "parts"), all)];
            case "concatenated":
                File.WriteAllText(
                    path, string.Concat(all["items"]!.AsArray().Select(item => item!.ToJsonString() + "\n==== START logs ====\nx {\n")));
                break;
            case "without kinds":
                var nodes = HandmadeDump.ApiList("NodeList", HandmadeDump.Nodes());
                nodes.Remove("kind");
                File.WriteAllText(
                    path, HandmadeDump.List(HandmadeDump.Owners(), HandmadeDump.Pods()).ToJsonString() + nodes.ToJsonString());
                break;
            default:
                File.WriteAllText(path, HandmadeDump.ApiList("PodList", HandmadeDump.Pods()).ToJsonString());
                var nodesFile = Path.Combine(folder, "nodes.json");
                File.WriteAllText(nodesFile, HandmadeDump.ApiList("NodeList", HandmadeDump.Nodes()).ToJsonString());
                return [path, nodesFile, Path.Combine(HandmadeDump.Folder, "owners.yaml")];
        }

        return [path];
    }

    private static string Packed(string path, string text)
    {
        using var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        packed.Write(Encoding.UTF8.GetBytes(text));
        return path;
    }

    private static string OneAFile(string folder, JsonObject all)
    {
        var number = 0;
        foreach (var item in all["items"]!.AsArray())
        {
            var below = Directory.CreateDirectory(Path.Combine(folder, $"ns{number % 3}")).FullName;
            File.WriteAllText(Path.Combine(below, $"{number++}.yaml"), item!.ToJsonString());
        }

        return folder;
    }

    private static string Archive(string path, JsonObject all)
    {
        using var archive = new TarWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        foreach (var (name, text) in new[] { ("./must-gather/all.json", all.ToJsonString()), ("./must-gather/pod.log", "{ no JSON") })
        {
            archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name)
            {
                DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
            });
        }

        return path;
    }

    /// <summary>By name; the first lines of the scenario tell where it is from.</summary>
    private static SortedDictionary<string, string> Files(string folder) => new(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(folder, path),
            path => string.Join('\n', File.ReadLines(path).Where(line => !line.StartsWith("# From", StringComparison.Ordinal)
                && !line.StartsWith("# Written", StringComparison.Ordinal)))),
        StringComparer.Ordinal);
}
