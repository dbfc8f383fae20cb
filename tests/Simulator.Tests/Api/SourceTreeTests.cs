using System.Text;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Xunit;

namespace Simulator.Tests.Api;

/// <summary>Files that are no files, no YAML, or made to do harm, end in one sentence.</summary>
public sealed class SourceTreeTests
{
    private readonly Diagnostics _diagnostics = new();

    [Fact]
    public void Documents_know_their_places()
    {
        var documents = Yaml("a: 1\n---\nb:\n  - x\n  - {c: 'd'}\n");
        var list = (SourceSequence)((SourceMapping)documents[1])["b"]!;
        Assert.Equal((5, 5), (list.Items[1].Line, list.Items[1].Column));
        Assert.Equal("d", ((SourceScalar)((SourceMapping)list.Items[1])["c"]!).Text);
        Assert.Equal(2, documents.Count);
    }

    [Fact]
    public void Json_knows_its_places()
    {
        var node = (SourceMapping)SourceTree.ParseJson("f.json", "\uFEFF{\n  \"\u00e4\": [1,\n true]}"u8.ToArray());
        var list = (SourceSequence)node["\u00e4"]!;
        Assert.Equal((2, 8), (list.Line, list.Column));
        Assert.Equal((3, 2), (list.Items[1].Line, list.Items[1].Column));
        Assert.Equal(ScalarKind.Boolean, ((SourceScalar)list.Items[1]).Kind);
    }

    [Theory]
    [InlineData("a: [1, 2", "not YAML")]
    [InlineData("a: b: c", "not YAML")]
    [InlineData("a: |\n  x\n y: 1\nb", "not YAML")]
    [InlineData("a: *nobody", "no anchor")]
    [InlineData("a: &a [*a]", "inside its own anchor")]
    [InlineData("a: 1\na: 2", "comes twice")]
    [InlineData("? [1]\n: 2", "a list is no key")]
    [InlineData("<<: 5", "cannot be merged")]
    [InlineData("%", "not YAML")]
    [InlineData("a: !<x y> 1", "not YAML")]
    [InlineData("{a: 1}}", "not YAML")]
    [InlineData("- \"\\ud800x", "not YAML")]
    public void Broken_yaml_gets_one_sentence(string yaml, string expected)
    {
        Yaml(yaml);
        var error = Assert.Single(_diagnostics.Errors);
        Assert.Contains(expected, error.Message);
        Assert.True(error.Line > 0 && error.Column > 0);
    }

    [Theory]
    [InlineData("{\"a\":1,}", "not JSON")]
    [InlineData("{\"a\":1", "not JSON")]
    [InlineData("{'a':1}", "not JSON")]
    [InlineData("{\"a\":1,\"a\":2}", "comes twice")]
    [InlineData("\"\\ud800\"", "not Unicode")]
    public void Broken_json_gets_one_sentence(string json, string expected)
    {
        SourceTree.ParseJson("f.json", Encoding.UTF8.GetBytes(json), _diagnostics);
        Assert.Contains(expected, Assert.Single(_diagnostics.Errors).Message);
    }

    [Fact]
    public void Aliases_and_merge_keys_are_followed()
    {
        var root = (SourceMapping)Yaml("base: &b {x: 1, y: 2}\nuse: {<<: *b, y: 3}\n")[0];
        var use = (SourceMapping)root["use"]!;
        Assert.Equal(("1", "3"), (((SourceScalar)use["x"]!).Text, ((SourceScalar)use["y"]!).Text));
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused()
    {
        var text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (var i = 1; i < 30; i++) text.Append($"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        Yaml(text.ToString());
        Assert.Contains("1,000,000 nodes", Assert.Single(_diagnostics.Errors).Message);
    }

    [Fact]
    public void A_bomb_of_merge_keys_is_refused()
    {
        var text = new StringBuilder("a0: &a0 {" + string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"k{i}: 1")) + "}\n");
        for (var i = 1; i < 5000; i++) text.Append($"a{i}: {{<<: *a0}}\n");
        Yaml(text.ToString());
        Assert.Contains("1,000,000 nodes", Assert.Single(_diagnostics.Errors).Message);
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(101, 1)]
    [InlineData(100_000, 1)]
    public void Depth_is_limited(int depth, int errors)
    {
        Yaml(new string('[', depth) + new string(']', depth));
        SourceTree.ParseJson("f.json", Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth)), _diagnostics);
        Assert.Equal(2 * errors, _diagnostics.Errors.Count);
        Assert.All(_diagnostics.Errors, error => Assert.Contains("100 levels", error.Message));
    }

    [Fact]
    public void Depth_behind_aliases_counts()
    {
        var half = new string('[', 60) + new string(']', 60);
        Yaml($"a: &a {half}\nb: {new string('[', 60)}*a{new string(']', 60)}");
        Assert.Contains("100 levels", Assert.Single(_diagnostics.Errors).Message);
    }

    [Fact]
    public void A_file_of_100_MB_is_refused_unread()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        using (var file = File.Create(path)) file.SetLength(100_000_000);
        Assert.Empty(SourceTree.ReadFile(path, _diagnostics));
        File.Delete(path);
        Assert.Contains("at most 16 MiB", Assert.Single(_diagnostics.Errors).Message);
    }

    [Fact]
    public void Missing_files_and_folders_get_a_sentence()
    {
        SourceTree.ReadFile("no/such/file.yaml", _diagnostics);
        SourceTree.ReadFile(Path.GetTempPath(), _diagnostics);
        Assert.Equal(2, _diagnostics.Errors.Count);
        Assert.Contains(_diagnostics.Errors, error => error.ToString() == "no/such/file.yaml  there is no such file");
        Assert.Contains(_diagnostics.Errors, error => error.Message.Contains("a folder"));
    }

    [Fact]
    public void Bytes_that_are_no_text_get_a_sentence()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        File.WriteAllBytes(path, [0x61, 0x0a, 0xff, 0xfe]);
        SourceTree.ReadFile(path, _diagnostics);
        File.Delete(path);
        Assert.EndsWith(":2:1  the file is not text in UTF-8", Assert.Single(_diagnostics.Errors).ToString());
    }

    private IReadOnlyList<SourceNode> Yaml(string text) => SourceTree.ParseYaml("f.yaml", text, _diagnostics);
}
