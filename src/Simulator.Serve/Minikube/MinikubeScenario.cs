using Simulator.Api.Documents;
using Simulator.Api.Sources;

namespace Simulator.Serve.Minikube;

/// <summary>One cluster of one machine on a laptop, as Minikube makes it.</summary>
public static class MinikubeScenario
{
    private const string Text = """
        scenario: minikube
        description: One node, as Minikube makes it.
        duration: 1h
        clusters:
          - name: minikube
            zones: [local]
            nodePools:
              - { name: minikube, names: [minikube], count: 1, capacity: { cpu: 2, memory: 4Gi, pods: 110 } }
            controlPlane:
              version: 1.3.10
        """;

    public static SourceNode Document => SourceTree.ParseYaml("minikube", Text, new Diagnostics())[0];
}
