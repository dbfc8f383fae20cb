using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Api.Words;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.Scenarios.Extending;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>Arguments of plug-ins (pluginConfig): a name, and args that belong to it.</summary>
internal static class PluginArgumentsReader
{
    private const string IgnoresPreferred = "ignorePreferredTermsOfExistingPods";

    private static readonly Dictionary<string, Func<FieldReader, SettingsChange>> Readers = new()
    {
        [PluginNames.NodeResourcesFit] = ReadFit,
        [PluginNames.PodTopologySpread] = ReadSpread,
        [PluginNames.InterPodAffinity] = fields =>
        {
            var weight = fields.Integer("hardPodAffinityWeight", 1, 0, 100);
            var ignores = fields.Has(IgnoresPreferred) && fields.Flag(IgnoresPreferred);
            return new SettingsChange(s => s with { HardPodAffinityWeight = weight, IgnoresPreferredTermsOfOthers = ignores });
        },
        [PluginNames.NodeAffinity] = fields =>
        {
            var added = fields.Object("addedAffinity", SchedulingFields.ReadNodeAffinity);
            return new SettingsChange(s => s with { AddedAffinity = added });
        },
        [PluginNames.DefaultPreemption] = ReadPreemption,
        [PluginNames.NodeResourcesLeastAllocated] = fields =>
        {
            var resources = ReadResources(fields);
            return new SettingsChange(s => s with { LeastAllocated = resources });
        },
        [PluginNames.NodeResourcesMostAllocated] = fields =>
        {
            var resources = ReadResources(fields);
            return new SettingsChange(s => s with { MostAllocated = resources });
        },
        [PluginNames.NodeResourcesBalancedAllocation] = ReadBalanced,
        [PluginNames.RequestedToCapacityRatio] = fields => ReadRatio(fields),
        [PluginNames.NodeLabel] = ReadNodeLabel,
        [PluginNames.VolumeBinding] = fields =>
        {
            fields.Skip("bindTimeoutSeconds");
            return new SettingsChange(s => s);
        },
    };

    /// <param name="rules">Gets the args of those of one's own: keys and texts.</param>
    public static SettingsChange Read(FieldReader fields, string version, OwnRules own, ProfileRules rules)
    {
        var name = fields.RequiredText("name");
        if (own.Find(name) is not null || (own.MayBeMissing && !Readers.ContainsKey(name)))
        {
            if (fields.Optional("args") is { } args) rules.Settings[name] = SettingTexts.Read(args);
            return new SettingsChange(s => s);
        }

        var known = ArgumentTable.PluginsOf(version);
        if (known.Contains(name))
        {
            return fields.Object("args", args => ReadArgs(args, name, version)) ?? new SettingsChange(s => s);
        }
        fields.Whole("args");
        if (name.Length > 0 && !own.IsIncomplete)
        {
            var problem = Readers.ContainsKey(name)
                ? $"arguments of '{name}': {ArgumentTable.SpanOf(name)}"
                : $"no plug-in '{Wording.Shortened(name)}' that has arguments";
            fields.ErrorAt(
                "name", $"{problem}; allowed in {ConfigVersions.NameOf(version)} are {Wording.Listed(known)}" + PluginSet.Hint(own));
        }

        return new SettingsChange(s => s);
    }

    private static SettingsChange ReadArgs(FieldReader args, string name, string version)
    {
        ArgumentTable.Check(args, name, version);
        args.Skip("apiVersion");
        args.OneOf("kind", name + "Args", name + "Args");
        return Readers[name](args);
    }

    private static SettingsChange ReadFit(FieldReader fields)
    {
        var (ignored, groups) = (fields.Texts("ignoredResources"), fields.Texts("ignoredResourceGroups"));
        var change = fields.Has("scoringStrategy") ? fields.Object("scoringStrategy", ReadStrategy)! : new SettingsChange(s => s);
        return change with
        {
            Apply = s => change.Apply(s) with { IgnoredResources = ignored, IgnoredResourceGroups = groups },
        };
    }

    private static SettingsChange ReadStrategy(FieldReader fields)
    {
        var type = fields.OneOf("type", "LeastAllocated", "LeastAllocated", "MostAllocated", "RequestedToCapacityRatio");
        var resources = ReadResources(fields);
        var shape = fields.Object("requestedToCapacityRatio", ReadShape) ?? [];
        return type switch
        {
            "MostAllocated" => new SettingsChange(s => s with { MostAllocated = resources })
            {
                FitScore = PluginNames.NodeResourcesMostAllocated,
            },
            "RequestedToCapacityRatio" => new SettingsChange(s => s with { RatioResources = resources, Shape = shape })
            {
                FitScore = PluginNames.RequestedToCapacityRatio,
            },
            _ => new SettingsChange(s => s with { LeastAllocated = resources }),
        };
    }

    private static SettingsChange ReadSpread(FieldReader fields)
    {
        var constraints = fields.List("defaultConstraints", SchedulingFields.ReadSpreadConstraint);
        var type = fields.OneOf("defaultingType", "System", "System", "List");
        if (type == "System" && constraints.Count > 0)
        {
            fields.ErrorAt("defaultConstraints", "is given; allowed only with defaultingType: List");
        }
        if (constraints.Any(constraint => constraint.LabelSelector is not null))
        {
            fields.ErrorAt("defaultConstraints", "has a labelSelector; allowed is none: it follows from services and controllers");
        }

        return new SettingsChange(s => s with { DefaultConstraints = type == "List" ? constraints : null });
    }

    private static SettingsChange ReadPreemption(FieldReader fields)
    {
        var percentage = fields.Integer("minCandidateNodesPercentage", 10, 0, 100);
        var absolute = fields.Integer("minCandidateNodesAbsolute", 100, 0);
        if (percentage == 0 && absolute == 0) fields.Error("both minima are 0; allowed is one of them");
        return new SettingsChange(s => s with { MinCandidateNodesPercentage = percentage, MinCandidateNodesAbsolute = absolute });
    }

    private static SettingsChange ReadRatio(FieldReader fields)
    {
        var (shape, resources) = (ReadShape(fields), ReadResources(fields));
        return new SettingsChange(s => s with { Shape = shape, RatioResources = resources });
    }

    private static IReadOnlyList<UtilizationPoint> ReadShape(FieldReader fields)
    {
        var shape = fields.List("shape", point => new UtilizationPoint(
            point.Integer("utilization", 0, 0, 100), point.Integer("score", 0, 0, 10)));
        for (var i = 1; i < shape.Count; i++)
        {
            if (shape[i].Utilization <= shape[i - 1].Utilization)
            {
                fields.ErrorAt("shape", "its utilizations do not rise; allowed are rising ones");
            }
        }

        return shape;
    }

    private static IReadOnlyList<ResourceWeight> ReadResources(FieldReader fields)
    {
        var resources = fields.List("resources", entry => new ResourceWeight(
            entry.RequiredText("name"), Math.Max(1, entry.Long("weight", 1, 0, 100))));
        return resources.Count > 0 ? resources : ResourceWeight.CpuAndMemory;
    }

    /// <summary>Later releases may have other resources balanced.</summary>
    private static SettingsChange ReadBalanced(FieldReader fields)
    {
        var resources = ReadResources(fields);
        if (!resources.Select(resource => resource.Name).Order(StringComparer.Ordinal).SequenceEqual(["cpu", "memory"]))
        {
            fields.ErrorAt("resources", "the plug-in balances CPU and memory; allowed are these two");
        }

        return new SettingsChange(s => s);
    }

    private static SettingsChange ReadNodeLabel(FieldReader fields)
    {
        var labels = new NodeLabelSettings
        {
            Present = fields.Texts("presentLabels"),
            Absent = fields.Texts("absentLabels"),
            PresentPreferred = fields.Texts("presentLabelsPreference"),
            AbsentPreferred = fields.Texts("absentLabelsPreference"),
        };
        return new SettingsChange(s => s with { NodeLabel = labels });
    }
}

/// <param name="Apply">Adds the arguments to those of the other plug-ins.</param>
internal sealed record SettingsChange(Func<PluginSettings, PluginSettings> Apply)
{
    /// <summary>Which score stands for that of NodeResourcesFit; null = not said.</summary>
    public string? FitScore { get; init; }
}
