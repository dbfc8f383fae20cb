using Xunit;

namespace Simulator.Tests.Api.Validation;

/// <summary>
/// Services and endpoints (TestValidateService, TestValidateEndpoints in pkg/api/validation/validation_test.go of 1.3.10).
/// </summary>
public sealed class ServiceRuleTests
{
    private const string Service = """
        apiVersion: v1
        kind: Service
        metadata: { name: web, namespace: ns }
        spec: { selector: { app: web }, ports: [{ port: 8675 }] }
        """;

    private const string Endpoints = """
        apiVersion: v1
        kind: Endpoints
        metadata: { name: web, namespace: ns }
        subsets: [{ addresses: [{ ip: 10.10.1.1 }], ports: [{ name: a, port: 8675 }] }]
        """;

    private const string PortName = "must be an IANA_SVC_NAME (at most 15 characters, matching regex [a-z0-9]([a-z0-9-]*[a-z0-9])*, it "
        + "must contain at least one letter [a-z], and hyphens cannot be adjacent to other hyphens): e.g. \"http\"";

    private const string Range = "must be between 1 and 65535, inclusive";

    private const string Labels = "must match the regex [a-z0-9]([-a-z0-9]*[a-z0-9])? (e.g. 'my-name' or '123-abc')";

    private const string Name = "must match the regex [a-z]([-a-z0-9]*[a-z0-9])? (e.g. 'my-name' or 'abc-123')";

    public static TheoryData<string> Services { get; } = RuleTable.Rows("""
        => ok
        metadata.name = %a*24% => ok
        metadata.name = %a*25% => metadata.name: Invalid value: "%a*25%": must be no more than 24 characters
        metadata.name = 123abc => metadata.name: Invalid value: "123abc": %Name%
        metadata.name = a.b => metadata.name: Invalid value: "a.b": %Name%
        metadata.name - ; metadata.generateName = svc- => ok
        metadata.name - ; metadata.generateName = 1svc- => metadata.generateName: Invalid value: "1svc-": %Name% | metadata.name: Invalid value: "1svc-xxxxx": %Name%
        metadata.labels = {"a b": c} => metadata.labels: Invalid value: "a b": name part must match the regex ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9] (e.g. 'MyName' or 'my.name' or '123-abc')
        spec - => spec.ports: Required value
        spec.ports - => spec.ports: Required value
        spec.ports = [] => spec.ports: Required value
        spec.ports = [] ; spec.clusterIP = None => ok
        spec.selector = {"a b": c} => spec.selector: Invalid value: "a b": name part must match the regex ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9] (e.g. 'MyName' or 'my.name' or '123-abc')
        spec.selector - => ok
        spec.sessionAffinity = ClientIP => ok
        spec.sessionAffinity = clientip => spec.sessionAffinity: Unsupported value: "clientip": supported values: ClientIP, None
        spec.clusterIP = 10.0.0.5 => ok
        spec.clusterIP = none => spec.clusterIP: Invalid value: "none": must be empty, 'None', or a valid IP address
        spec.clusterIP = 10.0.0 => spec.clusterIP: Invalid value: "10.0.0": must be empty, 'None', or a valid IP address
        spec.type = LoadBalancer => ok
        spec.type = ExternalName => spec.type: Unsupported value: "ExternalName": supported values: ClusterIP, LoadBalancer, NodePort
        spec.type = "" => ok
        spec.externalIPs = [1.2.3.4] => ok
        spec.externalIPs = [0.0.0.0] => spec.externalIPs[0]: Invalid value: "0.0.0.0": must be a valid IP address
        spec.externalIPs = [myhost.mydomain] => spec.externalIPs[0]: Invalid value: "myhost.mydomain": must be a valid IP address
        spec.externalIPs = [127.0.0.1] => spec.externalIPs[0]: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8)
        # ports
        spec.ports[1] = {port: 81} => spec.ports[0].name: Required value | spec.ports[1].name: Required value
        spec.ports = [{name: a, port: 80}, {name: a, port: 81}] => spec.ports[1].name: Duplicate value: "a"
        spec.ports = [{name: a, port: 80}, {name: b, port: 80}] => ok
        spec.ports[0].name = INVALID => spec.ports[0].name: Invalid value: "INVALID": %Labels%
        spec.ports[0].port - => spec.ports[0].port: Invalid value: 0: %Range% | spec.ports[0].targetPort: Invalid value: 0: %Range%
        spec.ports[0].port = 65536 => spec.ports[0].port: Invalid value: 65536: %Range% | spec.ports[0].targetPort: Invalid value: 65536: %Range%
        spec.ports[0].port = http => decoder: found 'http'; allowed is a whole number
        spec.ports[0].protocol = UDP => ok
        spec.ports[0].protocol = INVALID => spec.ports[0].protocol: Unsupported value: "INVALID": supported values: TCP, UDP
        spec.ports[0].targetPort = http => ok
        spec.ports[0].targetPort = "" => ok
        spec.ports[0].targetPort = 0 => ok
        spec.ports[0].targetPort = 65536 => spec.ports[0].targetPort: Invalid value: 65536: %Range%
        spec.ports[0].targetPort = "80" => spec.ports[0].targetPort: Invalid value: "80": %PortName%
        spec.ports[0].targetPort = a_b => spec.ports[0].targetPort: Invalid value: "a_b": %PortName%
        spec.ports[0].nodePort = 30080 => spec.ports[0].nodePort: Invalid value: 30080: may not be used when `type` is 'ClusterIP'
        spec.type = NodePort ; spec.ports[0].nodePort = 30080 => ok
        spec.type = NodePort ; spec.ports[0].nodePort = 8080 => spec.ports[0].nodePort: Invalid value: 8080: provided port is not in the valid range
        spec.type = NodePort ; spec.ports = [{name: a, port: 80, nodePort: 30001}, {name: b, port: 81, nodePort: 30001}] => spec.ports[1].nodePort: Duplicate value: 30001
        spec.type = NodePort ; spec.ports = [{name: a, port: 80, nodePort: 30001}, {name: b, port: 81, nodePort: 30001, protocol: UDP}] => ok
        spec.type = LoadBalancer ; spec.ports[0].port = 10250 => spec.ports[0]: Invalid value: 10250: may not expose port 10250 externally since it is used by kubelet
        spec.type = LoadBalancer ; spec.ports[0].protocol = UDP => ok
        spec.type = LoadBalancer ; spec.ports[0].protocol = X => spec.ports[0].protocol: Unsupported value: "X": supported values: TCP, UDP | spec.ports[0].protocol: Invalid value: "X": cannot create an external load balancer with non-TCP/UDP ports
        spec.type = LoadBalancer ; spec.ports = [{name: a, port: 80}, {name: b, port: 81, protocol: UDP}] => spec.ports: Invalid value: [{"name":"a","protocol":"TCP","port":80,"targetPort":80,"nodePort":0},{"name":"b","protocol":"UDP","port":81,"targetPort":81,"nodePort":0}]: cannot create an external load balancer with mix protocols
        # who may reach a load balancer
        spec.type = LoadBalancer ; spec.loadBalancerSourceRanges = [1.2.3.4/8, 5.6.7.8/16] => ok
        spec.type = LoadBalancer ; spec.loadBalancerSourceRanges = [foo.bar] => spec.LoadBalancerSourceRanges: Invalid value: "[foo.bar]": must be a list of IP ranges. For example, 10.240.0.0/24,10.250.0.0/24
        spec.loadBalancerSourceRanges = [1.2.3.4/33] => spec.LoadBalancerSourceRanges: Invalid value: "": may only be used when `type` is 'LoadBalancer' | spec.LoadBalancerSourceRanges: Invalid value: "[1.2.3.4/33]": must be a list of IP ranges. For example, 10.240.0.0/24,10.250.0.0/24
        spec.type = LoadBalancer ; metadata.annotations = {service.beta.kubernetes.io/load-balancer-source-ranges: "1.2.3.4/8, 5.6.7.8/16"} => ok
        spec.type = LoadBalancer ; metadata.annotations = {service.beta.kubernetes.io/load-balancer-source-ranges: ""} => ok
        metadata.annotations = {service.beta.kubernetes.io/load-balancer-source-ranges: "1.2.3.4/8"} => metadata.annotations[service.beta.kubernetes.io/load-balancer-source-ranges]: Invalid value: "": may only be used when `type` is 'LoadBalancer'
        spec.type = LoadBalancer ; metadata.annotations = {service.beta.kubernetes.io/load-balancer-source-ranges: "foo"} => metadata.annotations[service.beta.kubernetes.io/load-balancer-source-ranges]: Invalid value: "foo": must be a list of IP ranges. For example, 10.240.0.0/24,10.250.0.0/24
        """, (nameof(Name), Name), (nameof(Labels), Labels), (nameof(Range), Range), (nameof(PortName), PortName));

    public static TheoryData<string> EndpointsRows { get; } = RuleTable.Rows("""
        => ok
        subsets - => ok
        subsets = [{ports: [{port: 93}]}] => subsets[0]: Required value: must specify `addresses` or `notReadyAddresses`
        subsets[0].ports - => subsets[0].ports: Required value
        subsets[0].addresses[0].ip = "123.123" => subsets[0].addresses[0].ip: Invalid value: "123.123": must be a valid IP address
        subsets[0].addresses[0].ip - => subsets[0].addresses[0].ip: Invalid value: "": must be a valid IP address
        subsets[0].addresses[0].ip = 127.0.0.1 => subsets[0].addresses[0].ip: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8)
        subsets[0].addresses[0].ip = 169.254.169.254 => subsets[0].addresses[0].ip: Invalid value: "169.254.169.254": may not be in the link-local range (169.254.0.0/16)
        subsets[0].addresses[0].ip = 224.0.0.1 => subsets[0].addresses[0].ip: Invalid value: "224.0.0.1": may not be in the link-local multicast range (224.0.0.0/24)
        subsets[0].addresses[0].ip = "2001:db8::1" => ok
        subsets[0].notReadyAddresses = [{ip: x}] => subsets[0].notReadyAddresses[0].ip: Invalid value: "x": must be a valid IP address
        subsets[0].addresses[0].hostname = pod-1 => ok
        subsets[0].addresses[0].hostname = pod.1 => subsets[0].addresses[0].hostname: Invalid value: "pod.1": %Labels%
        subsets[0].ports = [{port: 8675}] => ok
        subsets[0].ports = [{name: a, port: 1}, {port: 2}] => subsets[0].ports[1].name: Required value
        subsets[0].ports[0].name = a_b => subsets[0].ports[0].name: Invalid value: "a_b": %Labels%
        subsets[0].ports[0].port = 66000 => subsets[0].ports[0].port: Invalid value: 66000: %Range%
        subsets[0].ports[0].protocol = Protocol => subsets[0].ports[0].protocol: Unsupported value: "Protocol": supported values: TCP, UDP
        metadata.annotations = {endpoints.beta.kubernetes.io/hostnames-map: '{"10.10.1.1":{"HostName":"a"}}'} => ok
        metadata.annotations = {endpoints.beta.kubernetes.io/hostnames-map: '{"x":{"HostName":"a"}}'} => annotations: Invalid value: "endpoints.beta.kubernetes.io/hostnames-map": must be a valid json representation of map[string(IP)][HostRecord] e.g. "{"10.245.1.6":{"HostName":"my-webserver"}}"
        metadata.annotations = {endpoints.beta.kubernetes.io/hostnames-map: ''} => annotations: Invalid value: "endpoints.beta.kubernetes.io/hostnames-map": must be a valid json representation of map[string(IP)][HostRecord] e.g. "{"10.245.1.6":{"HostName":"my-webserver"}}"
        """, (nameof(Labels), Labels), (nameof(Range), Range));

    [Theory]
    [MemberData(nameof(Services))]
    public void Of_services(string row) => RuleTable.Check(Service, row);

    [Theory]
    [MemberData(nameof(EndpointsRows))]
    public void Of_endpoints(string row) => RuleTable.Check(Endpoints, row);
}
