using System.IO.Compression;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Api.Sources;
using Simulator.Scenarios.Files.Sources;
using Xunit;

namespace Simulator.Tests.Api;

/// <summary>Every object of the recordings of the real scheduler can be read.</summary>
public sealed class GoldenObjectTests
{
    private static readonly Dictionary<string, (string Kind, string Version)> Lists = new()
    {
        ["nodes"] = ("Node", "v1"),
        ["pods"] = ("Pod", "v1"),
        ["services"] = ("Service", "v1"),
        ["replicationControllers"] = ("ReplicationController", "v1"),
        ["replicaSets"] = ("ReplicaSet", "extensions/v1beta1"),
        ["persistentVolumes"] = ("PersistentVolume", "v1"),
        ["persistentVolumeClaims"] = ("PersistentVolumeClaim", "v1"),
    };

    [Theory]
    [InlineData("decisions", 216)]
    [InlineData("sequences", 20)]
    public void All_objects_of_a_recording_load(string file, int expected)
    {
        var lines = 0;
        foreach (var line in Lines(file))
        {
            lines++;
            Assert.All(ObjectsOf(line), @object => Assert.NotEmpty(@object.Name));
        }

        Assert.Equal(expected, lines);
    }

    [Fact]
    public void All_policies_of_the_recordings_load()
    {
        var policies = Lines("decisions")
            .Concat(Lines("sequences"))
            .Select(line => line["policy"]!)
            .Where(policy => !policy.IsNull)
            .ToList();
        var diagnostics = new Diagnostics();
        Assert.All(policies, policy => Assert.NotNull(SchedulerPolicyReader.Read(policy, diagnostics)));
        Assert.Equal(65, policies.Count);
    }

    [Fact]
    public void Broken_annotations_are_told_apart_from_absent_ones()
    {
        var pods = Lines("decisions").SelectMany(ObjectsOf).OfType<Pod>().ToList();
        Assert.Contains(pods, pod => pod.Spec.Affinity.IsBroken);
        Assert.Contains(pods, pod => pod.Spec.Tolerations.IsBroken);
        Assert.Contains(pods, pod => pod.Spec.Affinity is { IsBroken: false, Value: not null });
        Assert.All(pods, pod => Assert.Equal(IsBrokenByIntent(pod, WellKnownAnnotations.Affinity), pod.Spec.Affinity.IsBroken));
        Assert.All(pods, pod => Assert.Equal(IsBrokenByIntent(pod, WellKnownAnnotations.Tolerations), pod.Spec.Tolerations.IsBroken));
    }

    private static bool IsBrokenByIntent(Pod pod, string annotation) =>
        pod.Metadata.Annotations.ValueOrEmpty(annotation) is "[1,2" or "\"x\"";

    private static IEnumerable<ApiObject> ObjectsOf(SourceMapping line)
    {
        var state = (SourceMapping)line["state"]!;
        foreach (var (name, (kind, version)) in Lists)
        {
            if (state[name] is not SourceSequence list) continue;
            foreach (var item in list.Items) yield return ManifestReader.ReadTrusted(item, kind, version);
        }

        if (line["pod"] is { } pod) yield return ManifestReader.ReadTrusted(pod);
        if (line["templates"] is not SourceMapping templates) yield break;
        foreach (var template in templates.Entries) yield return ManifestReader.ReadTrusted(template.Value);
    }

    private static IEnumerable<SourceMapping> Lines(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Golden", "scheduler", file + ".jsonl.gz");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return (SourceMapping)SourceTree.ParseJson(file, System.Text.Encoding.UTF8.GetBytes(line));
        }
    }
}
