using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Files as people have them: what kubectl 1.3 takes is taken, and what is something else is called by its name.</summary>
public sealed class OddFileCases
{
    private const string One = "{apiVersion: v1, kind: Namespace, metadata: {name: a}}";

    private const string Two = "{apiVersion: v1, kind: Namespace, metadata: {name: b}}";

    [Theory]
    [InlineData("dup.yaml", "dup.yaml:11:5  the key 'env' comes twice in one mapping: this one counts, as for kubectl 1.3")]
    [InlineData("dashes.yaml", "")]
    public void Cases_that_kubectl_accepts(string file, string remark)
    {
        var answer = CommandLine.Run("validate", Case(file));
        Assert.Equal((ExitCode.Done, "1 file is valid"), (answer.ExitCode, answer.Out.Trim()));
        Assert.Contains(remark, answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("helm.yaml", "this is a Helm template, not a manifest; render the chart first: helm template . > all.yaml")]
    [InlineData(
        "kubeconfig.yaml",
        "this is a kubeconfig, which says how kubectl reaches a cluster; give what is in the cluster: kubectl get all -o yaml > all.yaml")]
    public void Cases_that_are_something_else(string file, string sentence)
    {
        foreach (var verb in new[] { "validate", "run" })
        {
            var answer = CommandLine.Run(verb, Case(file));
            Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
            Assert.Equal($"{Case(file)}:1:1  {sentence}\n1 error, 0 remarks\n", answer.Error.ReplaceLineEndings("\n"));
        }
    }

    [Theory]
    [InlineData("a.yaml", $"{One}\n---\n{Two}")]
    [InlineData("a.yaml", $"---\n{One}\n----\n{Two}\n---\n")]
    [InlineData("a.yaml", $"{One}\r\n--- # next\r\n\r\n---\r\n{Two}\r\n")]
    [InlineData("a.yaml", $"\uFEFF{One}\n---\n\uFEFF{Two}\n")]
    [InlineData("a.yaml", $"# a comment\n{One}\n-----------\n{Two}\n---\n# nothing\n---\n---\n")]
    [InlineData(
        "a.yaml",
        "apiVersion: v1\t# tab\nkind:\tNamespace\nmetadata:\t{name: a}\t\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: b}")]
    [InlineData(
        "a.yaml",
        "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Namespace, metadata: {name: "
            + "a}}]}\n- {apiVersion: v1, kind: NamespaceList, items: [{metadata: {name: b}}]}\n- {apiVersion: v1, kind: List, items: []}")]
    [InlineData("a.yaml", """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a"}}{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"b"}}""")]
    [InlineData(
        "a.yaml",
        "{\n\t\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": "
            + "[\n\t\t{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"a\"}},\n\t\t{\"apiVersion\":\"v1\","
            + "\"kind\":\"Namespace\",\"metadata\":{\"name\":\"b\"}}]}")]
    [InlineData("a.json", """
        {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a"}}

        {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"b"}}

        """)]
    [InlineData(
        "a.json", "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: b}")]
    [InlineData(
        "a.yaml",
        "x: &x {name: a}\napiVersion: v1\nkind: Namespace\nmetadata: *x\n---\napiVersion: v1\nkind: Namespace\nmetadata: {<<: {name: c, "
            + "labels: {a: b}}, name: b}")]
    public void Files_that_kubectl_accepts(string name, string text)
    {
        using var folder = new ScratchFolder();
        var diagnostics = new Diagnostics();
        var objects = ManifestReader.ReadPaths([folder.Write(name, text)], diagnostics);
        Assert.Empty(diagnostics.All);
        Assert.Equal(["a", "b"], objects.Select(value => value.Name));
    }

    /// <summary>go-yaml of that time: base 8 and 16, the booleans of YAML 1.1, and a merge that overrides what stands above it.</summary>
    [Theory]
    [InlineData("hostNetwork: yes", true, 30)]
    [InlineData("hostNetwork: y", true, 30)]
    [InlineData("hostNetwork: Off", false, 30)]
    [InlineData("terminationGracePeriodSeconds: 0644", false, 420)]
    [InlineData("terminationGracePeriodSeconds: 0x10", false, 16)]
    [InlineData("terminationGracePeriodSeconds: 1_000", false, 1000)]
    [InlineData("terminationGracePeriodSeconds: 20.0", false, 20)]
    [InlineData("terminationGracePeriodSeconds: 1e2", false, 100)]
    [InlineData("terminationGracePeriodSeconds: -1", false, -1)]
    [InlineData("<<: {terminationGracePeriodSeconds: 7}, terminationGracePeriodSeconds: 5", false, 5)]
    [InlineData("terminationGracePeriodSeconds: 5, <<: {terminationGracePeriodSeconds: 7}", false, 7)]
    [InlineData("<<: [{terminationGracePeriodSeconds: 7}, {terminationGracePeriodSeconds: 8}]", false, 7)]
    public void Values_as_kubectl_reads_them(string field, bool hostNetwork, int seconds)
    {
        using var folder = new ScratchFolder();
        var diagnostics = new Diagnostics();
        var pod = (Pod)ManifestReader.ReadPaths(
            [folder.Write(
                "a.yaml", $"{{apiVersion: v1, kind: Pod, metadata: {{name: p}}, spec: {{{field}, containers: [{{name: c, image: i}}]}}}}")],
            diagnostics).Single();
        Assert.Empty(diagnostics.Errors);
        Assert.Equal((hostNetwork, seconds), (pod.Spec.HostNetwork, (int)pod.Spec.TerminationGracePeriod.TotalSeconds));
    }

    [Fact]
    public void A_fraction_is_no_whole_number()
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run(
            "validate",
            folder.Write(
                "a.yaml",
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {terminationGracePeriodSeconds: 2.5, containers: [{name: c, "
                    + "image: i}]}}"));
        Assert.Contains(
            "spec.terminationGracePeriodSeconds: found the number 2.5; allowed is a whole number", answer.Error, StringComparison.Ordinal);
    }

    /// <summary>Helm leaves such files in folders.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("# Source: shop/templates/off.yaml\n")]
    [InlineData("---\n---\n")]
    public void Empty_files_are_passed_over_in_folders_only(string text)
    {
        using var folder = new ScratchFolder();
        folder.Write("a.yaml", One);
        var empty = folder.Write("empty.yaml", text);
        Assert.Equal(
            (ExitCode.Done, ""), (CommandLine.Run("validate", folder.Path).ExitCode, CommandLine.Run("validate", folder.Path).Error));
        Assert.StartsWith($"{empty}  the file holds no document", CommandLine.Run("validate", empty).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.json", """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"x","name":"a"}}""", "a.json:1:62  the key 'name' comes twice in one object: this one counts, as for kubectl 1.3")]
    [InlineData(
        "a.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: x}\nmetadata: {name: a}",
        "a.yaml:4:1  the key 'metadata' comes twice in one mapping: this one counts, as for kubectl 1.3")]
    public void The_last_of_two_equal_keys_counts(string name, string text, string remark)
    {
        using var folder = new ScratchFolder();
        var diagnostics = new Diagnostics();
        Assert.Equal("a", Assert.Single(ManifestReader.ReadPaths([folder.Write(name, text)], diagnostics)).Name);
        Assert.EndsWith(remark, Assert.Single(diagnostics.All).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.yaml", "apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: {{ .Values.replicas }}\n", "a Helm template")]
    [InlineData("a.yaml", "{{- if .Values.on }}\napiVersion: v1\nkind: ConfigMap\n{{- end }}\n", "a Helm template")]
    [InlineData(
        "a.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n  labels:\n    {{- include \"x.labels\" . | nindent 4 }}\n",
        "a Helm template")]
    [InlineData(
        "a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, image: \"{{ .Values.image }}\"}]}\n",
        "a Helm template")]
    [InlineData("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: {{ name }}}\n", "a template, not a manifest")]
    [InlineData("a.yaml", "{% if x %}\napiVersion: v1\n{% endif %}\n", "a template, not a manifest")]
    [InlineData("Chart.yaml", "apiVersion: v2\nname: shop\nversion: 1.0.0\n", "the description of a Helm chart")]
    [InlineData("values.yaml", "replicas: 3\nimage: {tag: v1}\n", "the values of a Helm chart")]
    [InlineData("values-prod.yaml", "replicas: 3\n", "the values of a Helm chart")]
    [InlineData("kustomization.yaml", "resources: [a.yaml]\n", "a kustomization")]
    [InlineData("k.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n", "a kustomization")]
    [InlineData("config", "apiVersion: v1\nkind: Config\nclusters: []\ncontexts: []\nusers: []\n", "a kubeconfig")]
    [InlineData("docker-compose.yml", "version: '3'\nservices:\n  web: {image: nginx}\n", "a Docker Compose file")]
    [InlineData("main.tf", "# here\nresource \"kubernetes_pod\" \"p\" {\n  metadata { name = \"p\" }\n}\n", "Terraform (HCL)")]
    [InlineData("a.yaml", "<!DOCTYPE html>\n<html><body>Not found</body></html>\n", "an HTML page")]
    [InlineData("a.json", "<html>\n</html>\n", "an HTML page")]
    [InlineData(
        "a.yaml", "NAME    READY   STATUS    RESTARTS   AGE\nweb-1   1/1     Running   0          5d\n",
        "the table that kubectl prints for people")]
    [InlineData("a.yaml", "Error from server (NotFound): pods \"x\" not found\n", "an error that kubectl printed")]
    [InlineData("a.yaml", "Name:         web\nNamespace:    default\nLabels:       app=web\n", "what kubectl describe prints for people")]
    [InlineData("a.yaml", "#!/bin/sh\nkubectl get pods\n", "a script")]
    [InlineData("a.yaml", "- hosts: all\n  tasks: []\n", "an Ansible playbook")]
    public void Files_that_are_something_else(string name, string text, string what)
    {
        using var folder = new ScratchFolder();
        Refused(folder, folder.Write(name, text), what);
    }

    [Theory]
    [InlineData(new byte[] { 0x1f, 0x8b, 8, 0, 0 }, "a gzip file; unpack it first: gunzip")]
    [InlineData(new byte[] { 0x50, 0x4b, 3, 4, 0 }, "a zip file")]
    [InlineData(new byte[] { 0xff, 0xfe, 0x61, 0 }, "text in UTF-16; save it as UTF-8")]
    [InlineData(new byte[] { 0x61, 0, 0x62 }, "a binary file")]
    public void Files_that_are_no_text(byte[] bytes, string what)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("a.yaml", "");
        File.WriteAllBytes(path, bytes);
        Refused(folder, path, what);
    }

    /// <summary>Templates of others, kept as data, are none of ours; nor is a syntax error far from them.</summary>
    [Theory]
    [InlineData("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata: {a: \"{{ .Values.x }}\"}\n", "")]
    [InlineData("apiVersion: example.com/v1\nkind: Alert\nmetadata: {name: m}\nspec: {text: \"{{ .Values.x }}\"}\n", "")]
    [InlineData(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata:\n  a: '{{ .x }}'\n  b: c\n  d: e\n  f: g\n  h: i\n  j: [\n",
        "not YAML")]
    public void Marks_of_other_templates(string text, string error)
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run("validate", folder.Write("a.yaml", text));
        Assert.Equal(error.Length == 0 ? ExitCode.Done : ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(error, answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("template", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        One, "a manifest (Namespace), not a scenario; a scenario names it in clusters[].workloads[].manifests (simulator init writes one)")]
    [InlineData($"{One}\n---\n{Two}", "a manifest (Namespace), not a scenario")]
    [InlineData(
        "{kind: Policy, apiVersion: v1, predicates: []}",
        "a scheduler policy, not a scenario; a scenario names it in controlPlane.scheduler.policy-config-file")]
    public void A_manifest_as_a_scenario(string text, string what)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("a.yaml", text);
        var answer = CommandLine.Run("run", path);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.StartsWith($"{path}:1:1  this is {what}", answer.Error, StringComparison.Ordinal);
        Assert.EndsWith("1 error, 0 remarks", answer.Error.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scenario: t\nclusters: []\n", "a scenario, not a manifest; run it by itself: simulator run FILE")]
    [InlineData("{kind: Policy, apiVersion: v1, predicates: []}", "a scheduler policy, not a manifest")]
    public void A_scenario_as_a_manifest(string text, string what)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("a.yaml", text);
        var file = ScenarioText.Read(ScenarioText.With($"10>       - {{ manifests: [{path}] }}"));
        Assert.StartsWith($"{path}:1:1  this is {what}", Assert.Single(file.Diagnostics.All).ToString(), StringComparison.Ordinal);
    }

    /// <summary>By itself, and among others in a folder.</summary>
    private static void Refused(ScratchFolder folder, string path, string what)
    {
        folder.Write("good.yaml", One);
        string[] asked = Path.GetExtension(path) is ".yaml" or ".yml" or ".json" ? [path, folder.Path] : [path];
        foreach (var argument in asked)
        {
            var answer = CommandLine.Run("validate", argument);
            Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
            Assert.StartsWith($"{path}:1:1  this is {what}", answer.Error, StringComparison.Ordinal);
            Assert.EndsWith("1 error, 0 remarks", answer.Error.Trim(), StringComparison.Ordinal);
        }
    }

    private static string Case(string file) => Path.Combine(Repository.Folder("tests/Simulator.Tests/Cases"), "odd-files", file);
}
