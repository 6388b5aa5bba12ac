<%def name="x()">inner</%def>${capture(x).upper()}
