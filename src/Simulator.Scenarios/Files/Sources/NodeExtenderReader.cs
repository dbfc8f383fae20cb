using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>HTTP extenders of a configuration with profiles (pkg/scheduler/apis/config, types.go and validation of 1.20).</summary>
internal static class NodeExtenderReader
{
    /// <param name="ignored">Resources that the filters of the scheduler leave to an extender.</param>
    public static IReadOnlyList<NodeExtender> Read(FieldReader fields, out IReadOnlyList<string> ignored)
    {
        var names = new List<string>();
        var extenders = fields.List("extenders", extender => Extender(extender, names));
        ignored = names;
        if (extenders.Count(extender => extender.Policy.BindVerb.Length > 0) is > 1 and var binders)
        {
            fields.ErrorAt("extenders", $"{binders} of them have a bindVerb; allowed is one: a pod is bound once");
        }

        var managed = extenders.SelectMany(extender => extender.Policy.ManagedResources).GroupBy(name => name);
        if (managed.FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
        {
            fields.ErrorAt("extenders", $"'{Wording.Shortened(twice)}' is managed twice; allowed is once");
        }

        return extenders;
    }

    private static NodeExtender Extender(FieldReader fields, List<string> ignored)
    {
        // How it is spoken to decides nothing here.
        fields.Skip("enableHTTPS", "nodeCacheCapable");
        fields.Whole("tlsConfig");
        var timeout = fields.Duration("httpTimeout", TimeSpan.Zero);
        var policy = new ExtenderPolicy(fields.RequiredText("urlPrefix"))
        {
            FilterVerb = fields.Text("filterVerb"),
            PreemptVerb = fields.Text("preemptVerb"),
            PrioritizeVerb = fields.Text("prioritizeVerb"),
            BindVerb = fields.Text("bindVerb"),
            Weight = fields.Long("weight", otherwise: 0, min: 0),
            IsIgnorable = fields.Flag("ignorable"),
            ManagedResources = fields.List("managedResources", resource => Managed(resource, ignored)),
            Timeout = timeout == TimeSpan.Zero ? ExtenderPolicy.DefaultTimeout : timeout,
        };
        if (policy is { PrioritizeVerb.Length: > 0, Weight: 0 })
        {
            fields.ErrorAt(fields.Has("weight") ? "weight" : "prioritizeVerb", "an extender that prioritizes needs a weight of at least 1");
        }

        return new NodeExtender(policy);
    }

    private static string Managed(FieldReader fields, List<string> ignored)
    {
        var name = fields.RequiredText("name");
        if (fields.Flag("ignoredByScheduler")) ignored.Add(name);
        return name;
    }
}
