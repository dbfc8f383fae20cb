using Simulator.Cli.Output;
using Simulator.Tests.Cases.Importing;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Dumps that are broken, or no dumps: a sentence with file and line, and what is kept.</summary>
public sealed class BadDumpCases
{
    [Fact]
    public void Json_that_is_cut_off_keeps_what_stands_before()
    {
        using var folder = new ScratchFolder();
        var whole = HandmadeDump.List(HandmadeDump.Nodes(), HandmadeDump.Pods()).ToJsonString();
        var dump = folder.Write("dump.json", whole[..(whole.Length * 9 / 10)]);
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), dump);
        Assert.Equal(ExitCode.Done, imported.Answer.ExitCode);
        Assert.Contains("dump.json:1:1  the JSON text is cut off in item 11 of its list; the 10 before it are kept", imported.Answer.Error);
        Assert.Contains("7 pods:", imported.Answer.Out);
    }

    [Fact]
    public void Yaml_that_is_cut_off_keeps_what_stands_before()
    {
        using var folder = new ScratchFolder();
        var whole = File.ReadAllText(Path.Combine(HandmadeDump.Folder, "pods.yaml"));
        var pods = folder.Write("pods.yaml", whole[..(whole.Length * 9 / 10)]);
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), pods, Path.Combine(HandmadeDump.Folder, "nodes.yaml"));
        Assert.Contains(
            "the list has no kind: it is cut off in item 8, which is left out; the 7 before it are kept", imported.Answer.Error);
        Assert.Contains("7 pods:", imported.Answer.Out);
    }

    [Theory]
    [InlineData(
        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"nodes is forbidden\"}", "nodes is forbidden")]
    [InlineData("{\"Reservations\":[{\"Instances\":[]}]}", "this is no Kubernetes object (its keys are Reservations)")]
    [InlineData("{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"items\":[]}", "there is no node in the dump")]
    [InlineData(
        "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\"}}", "no node in the dump (found: 1 ConfigMap)")]
    [InlineData("NAME   STATUS   AGE\nnode-1   Ready   5d\n", "dump.json:1:1  this is the table that kubectl prints for people")]
    [InlineData("", "dump.json:1:1  the file is empty; allowed is what kubectl get -o json or -o yaml writes")]
    [InlineData(" \n\n", "dump.json:1:1  the file holds nothing but blanks")]
    [InlineData("aaaaaaaa", "dump.json:1:1  neither JSON nor YAML of objects: it begins with 'aaaaaaaa'")]
    [InlineData("PK\u0003\u0004aa", "dump.json:1:1  this is a zip file; unpack it first")]
    [InlineData("a: \0", "dump.json:1:1  this is a binary file; allowed is what kubectl get -o json or -o yaml writes")]
    [InlineData("<html><body></body></html>", "this is an HTML page")]
    [InlineData("{\"kind\":\"Config\",\"apiVersion\":\"v1\",\"clusters\":[],\"users\":[]}", "dump.json:1:1  this is a kubeconfig")]
    [InlineData("apiVersion: v2\nname: shop\nversion: 1.0.0\n", "this is the description of a Helm chart; render it first")]
    public void What_is_no_dump_of_a_cluster_is_refused(string text, string sentence)
    {
        using var folder = new ScratchFolder();
        var target = Path.Combine(folder.Path, "mine");
        var imported = Imported.Of(target, folder.Write("dump.json", text));
        Assert.Equal(ExitCode.WrongInput, imported.Answer.ExitCode);
        Assert.Contains(sentence, imported.Answer.Error);
        Assert.False(Directory.Exists(target));
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        using var folder = new ScratchFolder();
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), Path.Combine(folder.Path, "none.json"));
        Assert.Equal(ExitCode.WrongInput, imported.Answer.ExitCode);
        Assert.Contains("none.json  there is no such file", imported.Answer.Error);
    }

    [Theory]
    [InlineData("dump.json.gz")]
    [InlineData("dump.tar.gz")]
    public void A_packed_file_that_is_none_is_told(string name)
    {
        using var folder = new ScratchFolder();
        var path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, [0x1F, 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), path);
        Assert.Equal(ExitCode.WrongInput, imported.Answer.ExitCode);
        Assert.Contains(name, imported.Answer.Error);
        Assert.Contains("what stands before is kept", imported.Answer.Error);
    }

    /// <summary>It would be in memory as a whole, several times over.</summary>
    [Fact]
    public void A_text_without_end_is_refused()
    {
        using var folder = new ScratchFolder();
        var text = new string('x', (1 << 24) + (1 << 20));
        var dump = folder.Write("dump.json", "{\"items\": [\n{\"kind\": \"ConfigMap\", \"data\": {\"a\": \"" + text + "\"}}]}");
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), dump);
        Assert.Equal(ExitCode.WrongInput, imported.Answer.ExitCode);
        Assert.Contains("a text in it has more than 16 MiB; what stands before is kept", imported.Answer.Error);
    }

    [Fact]
    public void A_folder_is_no_load()
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run("import", "load", folder.Path, "-o", Path.Combine(folder.Path, "load"));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("this is a folder; allowed are files", answer.Error);
    }

    [Fact]
    public void A_phase_that_is_a_number_is_none()
    {
        using var folder = new ScratchFolder();
        var imported = Imported.Of(Path.Combine(folder.Path, "mine"), HandmadeDump.Folder);
        var table = Path.Combine(imported.Folder, "found", "pods.csv");
        File.WriteAllText(table, File.ReadAllText(table).Replace(",Succeeded,", ",7,", StringComparison.Ordinal));
        var answer = CommandLine.Run("validate", Path.Combine(imported.Folder, "scenario.yaml"));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(
            "'7' is no phase of a pod; allowed are Pending, Running, Succeeded, Failed, Unknown and Terminating", answer.Error);
    }

    [Fact]
    public void Two_clusters_in_one_dump_are_told_and_kept()
    {
        using var folder = new ScratchFolder();
        var nodes = HandmadeDump.Nodes();
        nodes[2]!["status"]!["nodeInfo"]!["kubeletVersion"] = "v1.29.0";
        nodes[1]!["spec"]!["providerID"] = "gce://project/a/node";
        var twin = nodes[0]!.DeepClone();
        twin["metadata"]!["uid"] = "another";
        nodes.Add(twin);
        var imported = Imported.Of(
            Path.Combine(folder.Path, "mine"), folder.Write("dump.json", HandmadeDump.List(nodes, HandmadeDump.Pods()).ToJsonString()));
        Assert.Equal(ExitCode.Done, imported.Answer.ExitCode);
        Assert.Contains("these are nodes of more than one cluster; all are kept", imported.Answer.Error);
        Assert.Contains("the nodes are of 2 clouds (aws 2, gce 1)", imported.Answer.Error);
        Assert.Contains("comes with two uids: of two clusters, or of two moments; the first is kept", imported.Answer.Error);
    }

    [Fact]
    public void Other_names_change_nothing_that_happens()
    {
        using var folder = new ScratchFolder();
        var target = Path.Combine(folder.Path, "mine");
        var claim = folder.Write("claim.yaml", """
            { apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: log, namespace: shop,
              annotations: { volume.beta.kubernetes.io/storage-class: gold-disks } }, spec: { accessModes: [ReadWriteOnce],
              resources: { requests: { storage: 1Gi } } } }
            """);
        var imported = Imported.Of(target, HandmadeDump.Folder, claim, "--anonymise");
        Assert.Equal(ExitCode.Done, imported.Answer.ExitCode);
        Assert.Contains("fitness: 100 % of 6 running pods", imported.Answer.Out);
        Assert.Empty(Imported.Moves(imported.Hour()));
        var all = string.Concat(Directory.GetFiles(target, "*", SearchOption.AllDirectories).Select(path => path + File.ReadAllText(path)));
        foreach (var name in new[] { "shop", "web", "gold-disks", "agent:1", "ec2.internal", "ip-10-0-0", "data-db" })
        {
            Assert.DoesNotContain(name, all[all.LastIndexOf("mine", StringComparison.Ordinal)..]);
        }
    }
}
